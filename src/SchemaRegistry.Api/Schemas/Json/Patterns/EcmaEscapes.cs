using System.Globalization;

namespace SchemaRegistry.Api.Schemas.Json.Patterns;

/// <summary>Escapes that stand for one character or for a property of characters.</summary>
internal static class EcmaEscapes
{
    /// <summary>The character that an escape means.</summary>
    /// <param name="source">The expression.</param>
    /// <param name="escape">The character after the backslash.</param>
    /// <param name="at">Where the expression goes on.</param>
    public static int CodePoint(string source, char escape, ref int at)
    {
        switch (escape)
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'v': return '\v';
            case 'f': return '\f';
            case 'r': return '\r';
            case '0' when at >= source.Length || !char.IsAsciiDigit(source[at]): return 0;
            case 'c' when at < source.Length && char.IsAsciiLetter(source[at]): return source[at++] % 32;
            case 'x': return Hex(source, 2, ref at);
            case 'u' when at < source.Length && source[at] == '{': return Braced(source, ref at);
            case 'u': return Unit(source, ref at);
            case var _ when char.IsAsciiLetterOrDigit(escape): throw new FormatException($"the escape \\{escape} is not known");
            default: return escape;
        }
    }

    /// <summary>The content of brackets for the property after <c>\p</c>.</summary>
    public static string Property(string source, ref int at)
    {
        var end = at < source.Length && source[at] == '{' ? source.IndexOf('}', at) : -1;
        if (end < 0)
        {
            throw new FormatException("\\p needs a property in braces");
        }

        var name = source[(at + 1)..end];
        at = end + 1;
        return EcmaSets.Property(name);
    }

    /// <summary>A character as .NET's expressions spell it anywhere; one beyond U+FFFF as two.</summary>
    public static string Literal(int codePoint) => string.Concat(
        (codePoint is >= 0xD800 and <= 0xDFFF ? ((char)codePoint).ToString() : char.ConvertFromUtf32(codePoint))
            .Select(static unit => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}")));

    private static int Unit(string source, ref int at)
    {
        var unit = Hex(source, 4, ref at);
        if (char.IsHighSurrogate((char)unit) && at + 5 < source.Length && source[at] == '\\' && source[at + 1] == 'u' && source[at + 2] != '{')
        {
            var next = at + 2;
            var low = Hex(source, 4, ref next);
            if (char.IsLowSurrogate((char)low))
            {
                at = next;
                return char.ConvertToUtf32((char)unit, (char)low);
            }
        }

        return unit;
    }

    private static int Braced(string source, ref int at)
    {
        var end = source.IndexOf('}', at);
        if (end < 0 || !int.TryParse(source.AsSpan(at + 1, end - at - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var codePoint)
            || codePoint is < 0 or > 0x10FFFF)
        {
            throw new FormatException("\\u{} needs a code point");
        }

        at = end + 1;
        return codePoint;
    }

    private static int Hex(string source, int digits, ref int at)
    {
        if (at + digits > source.Length
            || !int.TryParse(source.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"an escape needs {digits} hexadecimal digits"));
        }

        at += digits;
        return value;
    }
}
