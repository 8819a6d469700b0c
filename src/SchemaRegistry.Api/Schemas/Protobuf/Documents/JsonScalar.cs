using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Documents;

/// <summary>Scalar values in the JSON mapping.</summary>
internal static partial class JsonScalar
{
    // An exponent beyond this is out of every range; the digits need not be looked at.
    private const int MaxExponent = 400;

    /// <summary>What is wrong with a value, or none.</summary>
    public static string? ErrorOf(FieldType type, ProtoEnum? enumType, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? TextOf(value) : null;
        if (value.ValueKind == JsonValueKind.String && text is null)
        {
            return "the string has half of a surrogate pair";
        }

        return type switch
        {
            FieldType.Bool => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : Expected("a boolean", value),
            FieldType.String => text is not null ? null : Expected("a string", value),
            FieldType.Bytes => text is null ? Expected("a string of base64", value) : IsBase64(text) ? null : "the string is not base64",
            FieldType.Enum => ErrorOfEnum(enumType!, text, value),
            FieldType.Float or FieldType.Double => ErrorOfFloat(type, text, value),
            _ => ErrorOfInteger(type, text, value),
        };
    }

    /// <summary>Whether a member's name can be a key of a map.</summary>
    public static bool IsKey(FieldType type, string key) => type switch
    {
        FieldType.String => true,
        FieldType.Bool => key is "true" or "false",
        _ => IsInRange(type, key),
    };

    /// <summary>A string, or none when it is no text: it has half of a surrogate pair.</summary>
    public static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name of a member, or none when it is no text.</summary>
    public static string? TextOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? ErrorOfEnum(ProtoEnum type, string? name, JsonElement value)
    {
        if (string.Equals(type.FullName, "google.protobuf.NullValue", StringComparison.Ordinal) && value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (name is not null)
        {
            return type.FindValue(name) is not null ? null : $"the enum \"{type.FullName}\" has no value \"{name}\"";
        }

        if (value.ValueKind != JsonValueKind.Number || !IsInRange(FieldType.Int32, value.GetRawText()))
        {
            return Expected("the name or the number of an enum value", value);
        }

        return type.IsClosed && type.FindValue((int)value.GetDouble()) is null ? $"the enum \"{type.FullName}\" has no value {value.GetRawText()}" : null;
    }

    private static string? ErrorOfFloat(FieldType type, string? text, JsonElement value)
    {
        if (text is "NaN" or "Infinity" or "-Infinity")
        {
            return null;
        }

        var digits = text ?? (value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null);
        if (digits is null || !Number().IsMatch(digits))
        {
            return Expected("a number", value);
        }

        var number = double.Parse(digits, CultureInfo.InvariantCulture);
        return double.IsFinite(number) && (type == FieldType.Double || float.IsFinite((float)number)) ? null : "the number is out of range";
    }

    private static string? ErrorOfInteger(FieldType type, string? text, JsonElement value)
    {
        var digits = text ?? (value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null);
        return digits is null || !Number().IsMatch(digits) ? Expected("an integer", value)
            : IsInRange(type, digits) ? null
            : "the number is no integer, or out of range";
    }

    private static bool IsInRange(FieldType type, string digits)
    {
        if (ToInteger(digits) is not { } value)
        {
            return false;
        }

        return type switch
        {
            FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 or FieldType.Enum => value >= int.MinValue && value <= int.MaxValue,
            FieldType.UInt32 or FieldType.Fixed32 => value >= 0 && value <= uint.MaxValue,
            FieldType.UInt64 or FieldType.Fixed64 => value >= 0 && value <= ulong.MaxValue,
            _ => value >= long.MinValue && value <= long.MaxValue,
        };
    }

    // 1e2 and 2.50e1 are integers, too.
    private static BigInteger? ToInteger(string digits)
    {
        var match = Number().Match(digits);
        if (!match.Success || digits.Length > MaxExponent)
        {
            return null;
        }

        var fraction = match.Groups["fraction"].Value.TrimEnd('0');
        var exponent = 0;
        if (match.Groups["exponent"] is { Success: true } written
            && (!int.TryParse(written.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || Math.Abs(exponent) > MaxExponent))
        {
            return null;
        }

        var value = BigInteger.Parse(match.Groups["integer"].Value + fraction, CultureInfo.InvariantCulture);
        exponent -= fraction.Length;
        if (exponent < 0)
        {
            var divisor = BigInteger.Pow(10, -exponent);
            if (!(value % divisor).IsZero)
            {
                return null;
            }

            value /= divisor;
        }
        else
        {
            value *= BigInteger.Pow(10, exponent);
        }

        return match.Groups["sign"].Success ? -value : value;
    }

    // Both alphabets, with padding and without.
    private static bool IsBase64(string text)
    {
        var digits = text.AsSpan().TrimEnd('=');
        var padding = text.Length - digits.Length;
        foreach (var c in digits)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '/' or '-' or '_'))
            {
                return false;
            }
        }

        return digits.Length % 4 != 1 && (padding == 0 || (padding <= 2 && text.Length % 4 == 0));
    }

    private static string Expected(string wanted, JsonElement value) => $"{wanted} is expected, not {WellKnownJson.NameOf(value)}";

    [GeneratedRegex(@"^(?<sign>-)?(?<integer>0|[1-9][0-9]*)(\.(?<fraction>[0-9]+))?([eE](?<exponent>[+-]?[0-9]+))?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
