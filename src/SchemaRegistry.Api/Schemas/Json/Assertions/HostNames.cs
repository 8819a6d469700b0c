using System.Globalization;

namespace SchemaRegistry.Api.Schemas.Json.Assertions;

/// <summary>Host names of RFC 1123, and internationalised ones of RFC 5890 to 5893.</summary>
internal static class HostNames
{
    private const int MaxLength = 253;
    private const int MaxLabel = 63;

    private static readonly IdnMapping s_idn = new() { UseStd3AsciiRules = true };

    public static bool IsHostName(string text) => text.Length is > 0 and <= MaxLength && Array.TrueForAll(text.Split('.'), IsLabel);

    /// <summary>As drafts 4 and 6 have it, where <c>--</c> in a label means nothing.</summary>
    public static bool IsOldHostName(string text) => text.Length is > 0 and <= MaxLength && Array.TrueForAll(text.Split('.'), IsOldLabel);

    public static bool IsInternationalHostName(string text)
    {
        if (text.Length == 0)
        {
            return false;
        }

        var labels = text.Split('.', '\u3002', '\uFF0E', '\uFF61');
        return Array.TrueForAll(labels, static label => label.All(char.IsAscii) ? IsLabel(label) : IsUnicodeLabel(label))
            && labels.Sum(static label => (ToAscii(label)?.Length ?? label.Length) + 1) - 1 <= MaxLength
            && BidiRule.IsMet(labels.Select(ToUnicode));
    }

    private static bool IsLabel(string label) => IsOldLabel(label) && (label.Length < 4 || label[2] != '-' || label[3] != '-' || IsPunycode(label));

    private static bool IsOldLabel(string label) =>
        label.Length is > 0 and <= MaxLabel && label[0] != '-' && label[^1] != '-'
        && label.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool IsPunycode(string label)
    {
        if (!label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        try
        {
            var text = ToUnicode(label);
            return text.Any(static c => !char.IsAscii(c)) && IsUnicodeLabel(text);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string ToUnicode(string label) => label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) ? s_idn.GetUnicode(label) : label;

    private static bool IsUnicodeLabel(string label) =>
        ToAscii(label) is { Length: <= MaxLabel }
        && label[0] != '-' && label[^1] != '-' && (label.Length < 4 || label[2] != '-' || label[3] != '-')
        && LabelRules.AreMet(label);

    private static string? ToAscii(string label)
    {
        try
        {
            return s_idn.GetAscii(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
