using System.Text;

namespace Instrumentation.Metrics;

/// <summary>Writes a set of labels as the exposition shows it, in a form that makes equal sets equal texts.</summary>
internal static class LabelText
{
    /// <summary>The labels without braces, in UTF-8, sorted by name. What is not valid UTF-16 becomes U+FFFD.</summary>
    /// <param name="labels">Names as declared; two that come to the same Prometheus name have their values joined by a semicolon, as OpenTelemetry does.</param>
    /// <param name="reserved">The label that the samples of the family carry themselves; a declared one of that name is shown as <c>exported_</c> and the name.</param>
    public static byte[] Encode(IEnumerable<(string Name, string Value)> labels, string? reserved)
    {
        var text = new StringBuilder();
        var last = string.Empty;
        foreach (var (name, value) in labels.OrderBy(label => LabelName(label.Name, reserved), StringComparer.Ordinal).ThenBy(static label => label.Name, StringComparer.Ordinal))
        {
            var shown = LabelName(name, reserved);
            if (shown == last)
            {
                text.Length--;
                text.Append(';');
            }
            else
            {
                text.Append(text.Length == 0 ? string.Empty : ",").Append(shown).Append("=\"");
            }

            LabelEscaping.Append(text, value);
            text.Append('"');
            last = shown;
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string LabelName(string name, string? reserved) => name == reserved ? "exported_" + name : PrometheusNames.Label(name);
}
