using System.Globalization;
using System.Text.Json;

namespace Instrumentation.AspNetCore.Logging;

/// <summary>Writes the value of a field: numbers and booleans as such, all else as text that does not depend on the culture.</summary>
internal static class LogValue
{
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int or short or sbyte or byte or ushort: json.WriteNumberValue(Convert.ToInt32(value, CultureInfo.InvariantCulture)); break;
            case uint number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case ulong number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case float number when float.IsFinite(number): json.WriteNumberValue(number); break;
            default: json.WriteStringValue(ToText(value)); break;
        }
    }

    private static string? ToText(object value)
    {
        try
        {
            return value is IFormattable formattable ? formattable.ToString(format: null, CultureInfo.InvariantCulture) : value.ToString();
        }
        catch (Exception exception)
        {
            // A log line must not throw into the code that writes it.
            return $"({exception.GetType().Name} in ToString)";
        }
    }
}
