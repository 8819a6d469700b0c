using System.Globalization;
using System.Text;

namespace SchemaRegistry.Api.Schemas.Protobuf.Syntax;

/// <summary>Numbers as descriptors have them: the shortest of two precisions that reads back the same, in the form of C.</summary>
internal static class FloatText
{
    public static string Of(double value)
    {
        var shorter = Format(value, 15);
        return double.IsFinite(value) && double.Parse(shorter, CultureInfo.InvariantCulture) != value ? Format(value, 17) : shorter;
    }

    public static string Of(float value)
    {
        var shorter = Format(value, 6);
        for (var digits = 7; float.IsFinite(value) && float.Parse(shorter, CultureInfo.InvariantCulture) != value && digits <= 9; digits++)
        {
            shorter = Format(value, digits);
        }

        return shorter;
    }

    // %g of C: the exponent has two digits at least, and zeros at the end are left out.
    private static string Format(double value, int digits)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }

        var scientific = value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture);
        var split = scientific.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(scientific.AsSpan(split + 1), CultureInfo.InvariantCulture);
        if (exponent < -4 || exponent >= digits)
        {
            var sign = exponent < 0 ? '-' : '+';
            return $"{Trim(scientific[..split])}e{sign}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
        }

        return Trim(Shift(scientific[..split], exponent));
    }

    private static string Trim(string number) => number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number;

    // Moves the point of "d.ddd", so that no digit is rounded a second time.
    private static string Shift(string mantissa, int exponent)
    {
        var result = new StringBuilder(mantissa);
        var start = mantissa[0] == '-' ? 1 : 0;
        if (mantissa.Length > start + 1)
        {
            result.Remove(start + 1, 1);
        }

        if (exponent < 0)
        {
            return result.Insert(start, "0." + new string('0', -exponent - 1)).ToString();
        }

        return result.Length > start + 1 + exponent ? result.Insert(start + 1 + exponent, '.').ToString() : result.ToString();
    }
}
