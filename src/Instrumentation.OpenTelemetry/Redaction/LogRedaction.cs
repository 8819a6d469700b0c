using Instrumentation.Weaving;

namespace Instrumentation.OpenTelemetry.Redaction;

/// <summary>Hides the values of log messages that carry a data classification: by their type, or by the logging method's parameter.</summary>
internal static class LogRedaction
{
    /// <summary>The name under which a message's template is among its values.</summary>
    public const string OriginalFormat = "{OriginalFormat}";

    /// <summary>Hides what must not be shown of a value.</summary>
    /// <param name="template">The message's template; <see langword="null"/> for the values of scopes.</param>
    /// <param name="name">Name of the value.</param>
    /// <param name="value">The value; replaced by a text where something of it is hidden.</param>
    /// <returns>Whether something was hidden.</returns>
    public static bool Hide(string? template, string name, ref object? value)
    {
        if (value is null)
        {
            return false;
        }

        if (ClassifiedLogFields.Contains(template, name))
        {
            value = ClassifiedType.Mask;
            return true;
        }

        if (ClassifiedType.Of(value.GetType()) is not { } type)
        {
            return false;
        }

        value = type.Show(value);
        return true;
    }

    /// <summary>The template among a message's values; <see langword="null"/> where there is none.</summary>
    public static string? TemplateOf(object? state)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            return null;
        }

        // The framework puts it last.
        for (var i = values.Count - 1; i >= 0; i--)
        {
            if (string.Equals(values[i].Key, OriginalFormat, StringComparison.Ordinal))
            {
                return values[i].Value as string;
            }
        }

        return null;
    }
}
