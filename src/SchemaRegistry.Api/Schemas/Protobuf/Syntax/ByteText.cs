using System.Globalization;
using System.Text;

namespace SchemaRegistry.Api.Schemas.Protobuf.Syntax;

/// <summary>Bytes as text with the escapes of C, as descriptors have the defaults of bytes fields.</summary>
internal static class ByteText
{
    public static string Escape(ReadOnlySpan<byte> bytes)
    {
        var result = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            _ = b switch
            {
                (byte)'\n' => result.Append("\\n"),
                (byte)'\r' => result.Append("\\r"),
                (byte)'\t' => result.Append("\\t"),
                (byte)'"' => result.Append("\\\""),
                (byte)'\'' => result.Append("\\'"),
                (byte)'\\' => result.Append("\\\\"),
                < 0x20 or >= 0x7F => result.Append('\\').Append(Convert.ToString(b, 8).PadLeft(3, '0')),
                _ => result.Append((char)b),
            };
        }

        return result.ToString();
    }

    /// <summary>As <see cref="Escape"/>, but what is UTF-8 stays readable.</summary>
    public static string EscapeText(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c < 0x80 ? result.Append(Escape([(byte)c])) : result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>The bytes of an escaped text, or none when it is malformed.</summary>
    public static byte[]? Unescape(string text)
    {
        var literal = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\"{text.Replace("\n", "\\n", StringComparison.Ordinal)}\""));
        try
        {
            var position = 0;
            StringLiteral.Skip(literal, ref position);
            var value = new List<byte>();
            StringLiteral.Append(literal, value);
            return position == literal.Length ? [.. value] : null;
        }
        catch (SchemaSyntaxException)
        {
            return null;
        }
    }
}
