using System.Globalization;
using System.Text;

namespace SchemaRegistry.Api.Schemas.Protobuf.Syntax;

/// <summary>Numbers as they are written: decimal, octal, hexadecimal, with a point or an exponent.</summary>
internal static class NumberLiteral
{
    /// <summary>Moves behind the number; says whether it has a point or an exponent.</summary>
    public static bool Skip(ReadOnlySpan<byte> text, ref int position)
    {
        var start = position;
        if (text[position] == '0' && position + 1 < text.Length)
        {
            if (text[position + 1] is (byte)'x' or (byte)'X')
            {
                position += 2;
                SkipWhile(text, ref position, static c => char.IsAsciiHexDigit(c));
                return position > start + 2 ? false : throw new SchemaSyntaxException(position, "hexadecimal digits are needed after \"0x\"");
            }

            if (char.IsAsciiDigit((char)text[position + 1]))
            {
                SkipWhile(text, ref position, static c => c is >= '0' and <= '7');
                return position >= text.Length || !char.IsAsciiDigit((char)text[position])
                    ? false
                    : throw new SchemaSyntaxException(position, "a number that starts with 0 is octal");
            }
        }

        return SkipDecimal(text, ref position);
    }

    /// <summary>The value of an integer of any of the three bases; false when it is greater than <paramref name="max"/>.</summary>
    public static bool TryParseInteger(ReadOnlySpan<byte> digits, ulong max, out ulong value)
    {
        ulong numberBase = 10;
        if (digits.Length > 1 && digits[0] == '0')
        {
            var isHex = digits[1] is (byte)'x' or (byte)'X';
            numberBase = isHex ? 16u : 8u;
            digits = digits[(isHex ? 2 : 1)..];
        }

        value = 0;
        foreach (var c in digits)
        {
            var digit = (ulong)Convert.ToInt32(((char)c).ToString(), 16);
            if (value > (max - digit) / numberBase || digit > max)
            {
                return false;
            }

            value = (value * numberBase) + digit;
        }

        return true;
    }

    public static double ParseFloat(ReadOnlySpan<byte> digits) =>
        double.Parse(Encoding.ASCII.GetString(digits), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static bool SkipDecimal(ReadOnlySpan<byte> text, ref int position)
    {
        var isFloat = false;
        SkipWhile(text, ref position, char.IsAsciiDigit);
        if (position < text.Length && text[position] == '.')
        {
            isFloat = true;
            position++;
            SkipWhile(text, ref position, char.IsAsciiDigit);
        }

        if (position < text.Length && text[position] is (byte)'e' or (byte)'E')
        {
            isFloat = true;
            position++;
            if (position < text.Length && text[position] is (byte)'+' or (byte)'-')
            {
                position++;
            }

            var digits = position;
            SkipWhile(text, ref position, char.IsAsciiDigit);
            if (position == digits)
            {
                throw new SchemaSyntaxException(position, "an exponent is needed after \"e\"");
            }
        }

        return isFloat;
    }

    private static void SkipWhile(ReadOnlySpan<byte> text, ref int position, Func<char, bool> isPart)
    {
        while (position < text.Length && isPart((char)text[position]))
        {
            position++;
        }
    }
}
