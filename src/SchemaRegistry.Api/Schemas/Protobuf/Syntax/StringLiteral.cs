using System.Globalization;
using System.Text;

namespace SchemaRegistry.Api.Schemas.Protobuf.Syntax;

/// <summary>Strings as they are written, with their escapes. Their values are bytes: <c>\xff</c> is one byte, and no character.</summary>
internal static class StringLiteral
{
    /// <summary>Moves behind the closing quote.</summary>
    public static void Skip(ReadOnlySpan<byte> text, ref int position)
    {
        var start = position;
        var quote = text[position++];
        while (true)
        {
            if (position >= text.Length || text[position] == 0)
            {
                throw new SchemaSyntaxException(start, "the string does not end");
            }

            var c = text[position++];
            if (c == quote)
            {
                return;
            }

            if (c == '\n')
            {
                throw new SchemaSyntaxException(position - 1, "a string cannot cross the end of a line");
            }

            if (c == '\\')
            {
                SkipEscape(text, ref position);
            }
        }
    }

    /// <summary>Appends the value of a literal, quotes included.</summary>
    public static void Append(ReadOnlySpan<byte> literal, List<byte> value)
    {
        for (var i = 1; i < literal.Length - 1;)
        {
            if (literal[i] != '\\')
            {
                value.Add(literal[i++]);
                continue;
            }

            i++;
            AppendEscape(literal, ref i, value);
        }
    }

    private static void SkipEscape(ReadOnlySpan<byte> text, ref int position)
    {
        var c = position < text.Length ? text[position] : (byte)0;
        position++;
        if ("abfnrtv\\?'\""u8.Contains(c) || c is >= (byte)'0' and <= (byte)'7')
        {
            return;
        }

        var digits = c switch { (byte)'x' or (byte)'X' => 1, (byte)'u' => 4, (byte)'U' => 8, _ => 0 };
        if (digits == 0)
        {
            throw new SchemaSyntaxException(position - 1, "a string has an unknown escape sequence");
        }

        for (var i = 0; i < digits; i++)
        {
            if (position >= text.Length || !char.IsAsciiHexDigit((char)text[position]))
            {
                throw new SchemaSyntaxException(position, $"{digits} hexadecimal digits are needed after \"\\{(char)c}\"");
            }

            position++;
        }

        if (c == 'U' && Hex(text.Slice(position - 8, 8)) > 0x1FFFFF)
        {
            throw new SchemaSyntaxException(position, "a character is at most 10ffff");
        }
    }

    private static void AppendEscape(ReadOnlySpan<byte> literal, ref int i, List<byte> value)
    {
        var c = literal[i++];
        switch (c)
        {
            case >= (byte)'0' and <= (byte)'7':
                var octal = c - '0';
                for (var n = 0; n < 2 && literal[i] is >= (byte)'0' and <= (byte)'7'; n++)
                {
                    octal = (octal * 8) + (literal[i++] - '0');
                }

                value.Add((byte)octal);
                break;
            case (byte)'x' or (byte)'X':
                var length = char.IsAsciiHexDigit((char)literal[i + 1]) ? 2 : 1;
                value.Add((byte)Hex(literal.Slice(i, length)));
                i += length;
                break;
            case (byte)'u' or (byte)'U':
                AppendCharacter(literal, ref i, c == 'u' ? 4 : 8, value);
                break;
            default:
                var index = "abfnrtv"u8.IndexOf(c);
                value.Add(index < 0 ? c : "\a\b\f\n\r\t\v"u8[index]);
                break;
        }
    }

    private static void AppendCharacter(ReadOnlySpan<byte> literal, ref int i, int length, List<byte> value)
    {
        var code = Hex(literal.Slice(i, length));
        i += length;
        if (code is >= 0xD800 and < 0xDC00 && i + 6 < literal.Length && literal[i] == '\\' && literal[i + 1] == 'u'
            && Hex(literal.Slice(i + 2, 4)) is >= 0xDC00 and < 0xE000 and var low)
        {
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            i += 6;
        }

        value.AddRange(Rune.IsValid(code) ? Encoding.UTF8.GetBytes(new Rune(code).ToString()) : NoCharacter(code));
    }

    // As protoc does: half a surrogate pair is encoded like a character, and what is beyond all characters stays an escape.
    private static byte[] NoCharacter(int code) => code > 0xFFFF
        ? Encoding.ASCII.GetBytes("\\U" + code.ToString("x8", CultureInfo.InvariantCulture))
        : [(byte)(0xE0 | (code >> 12)), (byte)(0x80 | ((code >> 6) & 0x3F)), (byte)(0x80 | (code & 0x3F))];

    private static int Hex(ReadOnlySpan<byte> digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : -1;
}
