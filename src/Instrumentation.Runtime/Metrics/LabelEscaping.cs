using System.Text;

namespace Instrumentation.Metrics;

/// <summary>Escapes a label value as the Prometheus text format wants it: backslash, quote and line feed.</summary>
internal static class LabelEscaping
{
    public static void Append(StringBuilder text, string value)
    {
        // Runes, because a lone surrogate has no UTF-8: two values that would be written alike must be one series here already.
        foreach (var rune in value.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\\' => text.Append("\\\\"),
                '"' => text.Append("\\\""),
                '\n' => text.Append("\\n"),
                _ => text.Append(rune),
            };
        }
    }
}
