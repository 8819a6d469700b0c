using System.Globalization;
using System.Text;

namespace Instrumentation.OpenTelemetry.Redaction;

/// <summary>Writes a message anew from its template and values, for messages whose own text has what must not be shown.</summary>
internal static class MessageText
{
    /// <summary>The template with its placeholders (<c>{Name}</c>, <c>{Name,10:F2}</c>) filled in; one without a value stays as it is.</summary>
    public static string Of(string template, Func<string, (bool IsFound, object? Value)> find)
    {
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            var end = c == '{' ? template.IndexOf('}', i) : -1;
            if (c is '{' or '}' && i + 1 < template.Length && template[i + 1] == c)
            {
                text.Append(c);
                i++;
            }
            else if (end < 0)
            {
                text.Append(c);
            }
            else
            {
                Append(text, template[(i + 1)..end], find);
                i = end;
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string placeholder, Func<string, (bool IsFound, object? Value)> find)
    {
        var name = placeholder.AsSpan(0, placeholder.AsSpan().IndexOfAny(',', ':') is >= 0 and var end ? end : placeholder.Length).ToString();
        if (find(name) is not (true, var value))
        {
            text.Append('{').Append(placeholder).Append('}');
            return;
        }

        text.AppendFormat(CultureInfo.InvariantCulture, "{0" + placeholder[name.Length..] + "}", value ?? "(null)");
    }
}
