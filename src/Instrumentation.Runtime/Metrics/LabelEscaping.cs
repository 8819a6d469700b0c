using System.Text;

namespace Instrumentation.Metrics;

/// <summary>Escapes a label value as the Prometheus text format wants it: backslash, quote and line feed.</summary>
internal static class LabelEscaping
{
    public static void Append(StringBuilder text, string value)
    {
        foreach (var c in value)
        {
            _ = c switch
            {
                '\\' => text.Append("\\\\"),
                '"' => text.Append("\\\""),
                '\n' => text.Append("\\n"),
                _ => text.Append(c),
            };
        }
    }
}
