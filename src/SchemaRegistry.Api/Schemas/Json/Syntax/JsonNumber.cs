using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace SchemaRegistry.Api.Schemas.Json.Syntax;

/// <summary>An exact decimal number: <c>Significand</c> × 10^<c>Exponent</c>, where the significand does not end in a zero.</summary>
/// <remarks>The exponent is never written out, so that <c>1e400000000</c> costs as much as <c>1</c>.</remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JsonNumber : IComparable<JsonNumber>
{
    /// <summary>How many digits a number may have; reading and comparing them is quadratic.</summary>
    public const int MaxDigits = 10_000;

    /// <summary>How many digits an exponent may have, so that sums of exponents fit.</summary>
    private const int MaxExponentDigits = 15;

    private JsonNumber(BigInteger significand, long exponent, int digits)
    {
        Significand = significand;
        Exponent = exponent;
        Digits = digits;
    }

    public BigInteger Significand { get; }

    public long Exponent { get; }

    /// <summary>How many digits the significand has.</summary>
    private int Digits { get; }

    public bool IsInteger => Exponent >= 0;

    public static bool operator <(JsonNumber left, JsonNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(JsonNumber left, JsonNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(JsonNumber left, JsonNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(JsonNumber left, JsonNumber right) => left.CompareTo(right) >= 0;

    public static JsonNumber Of(long value) => Of(value, 0);

    /// <summary>Reads the text of a JSON number.</summary>
    /// <returns><see langword="false"/> when it has more digits than <see cref="MaxDigits"/> or an exponent beyond 15 digits.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out JsonNumber number) => TryParseShort(utf8, out number) || TryParseLong(utf8, out number);

    public int CompareTo(JsonNumber other)
    {
        if (Significand.Sign != other.Significand.Sign)
        {
            return Significand.Sign.CompareTo(other.Significand.Sign);
        }

        // Numbers of different magnitude are told apart without writing them out.
        var magnitude = (Digits + Exponent).CompareTo(other.Digits + other.Exponent);
        if (magnitude != 0)
        {
            return magnitude * Significand.Sign;
        }

        var shift = Digits - other.Digits;
        return shift == 0 ? Significand.CompareTo(other.Significand)
            : shift > 0
            ? Significand.CompareTo(other.Significand * BigInteger.Pow(10, shift))
            : (Significand * BigInteger.Pow(10, -shift)).CompareTo(other.Significand);
    }

    /// <summary>Whether the number is <paramref name="divisor"/> taken a whole number of times.</summary>
    public bool IsMultipleOf(JsonNumber divisor)
    {
        if (Significand.IsZero)
        {
            return true;
        }

        var shift = Exponent - divisor.Exponent;
        if (shift < 0 || divisor.Significand.IsZero)
        {
            // The significand does not end in a zero, so no power of ten divides it.
            return false;
        }

        var modulus = BigInteger.Abs(divisor.Significand);
        return modulus.IsOne || (Significand * BigInteger.ModPow(10, shift, modulus) % modulus).IsZero;
    }

    /// <summary>The one text that all spellings of the number share.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(Significand).ToString(CultureInfo.InvariantCulture);
        var sign = Significand.Sign < 0 ? "-" : string.Empty;
        var magnitude = digits.Length + Exponent;
        if (Exponent >= 0 && magnitude <= 21)
        {
            return sign + digits + new string('0', (int)Exponent);
        }

        if (Exponent < 0 && magnitude is > -6 and <= 21)
        {
            return magnitude > 0
                ? $"{sign}{digits[..(int)magnitude]}.{digits[(int)magnitude..]}"
                : $"{sign}0.{new string('0', (int)-magnitude)}{digits}";
        }

        var fraction = digits.Length > 1 ? $".{digits[1..]}" : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{magnitude - 1}");
    }

    private static JsonNumber Of(long value, long exponent)
    {
        if (value == 0)
        {
            return default;
        }

        while (value % 10 == 0)
        {
            value /= 10;
            exponent++;
        }

        var digits = 0;
        for (var rest = value; rest != 0; rest /= 10)
        {
            digits++;
        }

        return new JsonNumber(value, exponent, digits);
    }

    // Nearly all numbers: few digits and no exponent.
    private static bool TryParseShort(ReadOnlySpan<byte> utf8, out JsonNumber number)
    {
        number = default;
        if (utf8.Length > 18)
        {
            return false;
        }

        var value = 0L;
        var point = -1;
        for (var i = utf8[0] == '-' ? 1 : 0; i < utf8.Length; i++)
        {
            if (char.IsAsciiDigit((char)utf8[i]))
            {
                value = (value * 10) + (utf8[i] - '0');
            }
            else if (utf8[i] == '.')
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        number = Of(utf8[0] == '-' ? -value : value, point < 0 ? 0 : point + 1 - utf8.Length);
        return true;
    }

    private static bool TryParseLong(ReadOnlySpan<byte> utf8, out JsonNumber number)
    {
        number = default;
        var end = utf8.IndexOfAny((byte)'e', (byte)'E');
        var exponentText = end < 0 ? default : utf8[(end + 1)..];
        var exponent = 0L;
        var mantissa = end < 0 ? utf8 : utf8[..end];
        var point = mantissa.IndexOf((byte)'.');
        var isNegative = mantissa[0] == '-';
        var digits = string.Concat(
            Ascii(point < 0 ? mantissa : mantissa[..point]).TrimStart('-'),
            point < 0 ? string.Empty : Ascii(mantissa[(point + 1)..])).TrimStart('0');
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0)
        {
            return true;
        }

        if (significant.Length > MaxDigits || exponentText.TrimStart("+-0"u8).Length > MaxExponentDigits)
        {
            return false;
        }

        if (end >= 0)
        {
            exponent = long.Parse(Ascii(exponentText), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        exponent += digits.Length - significant.Length - (point < 0 ? 0 : mantissa.Length - point - 1);
        var value = BigInteger.Parse(significant, NumberStyles.None, CultureInfo.InvariantCulture);
        number = new JsonNumber(isNegative ? -value : value, exponent, significant.Length);
        return true;
    }

    private static string Ascii(ReadOnlySpan<byte> utf8) => System.Text.Encoding.ASCII.GetString(utf8);
}
