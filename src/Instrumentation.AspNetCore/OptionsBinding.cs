using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore;

/// <summary>Sets the options from the host's configuration; a text that is no value of an option's type stops the start as any other wrong value does, and says what is allowed.</summary>
internal static class OptionsBinding
{
    public static void Bind(AspNetCoreInstrumentationOptions options, IConfiguration configuration)
    {
        var section = configuration.GetSection(AspNetCoreInstrumentationOptions.Section);
        var wrong = Problems(section, typeof(AspNetCoreInstrumentationOptions)).ToArray();
        if (wrong.Length > 0)
        {
            throw new OptionsValidationException(AspNetCoreInstrumentationOptions.Section, typeof(AspNetCoreInstrumentationOptions), wrong);
        }

        section.Bind(options);
    }

    private static IEnumerable<string> Problems(IConfigurationSection section, Type type)
    {
        // What a list or dictionary holds has the last of its type arguments.
        var item = type.IsArray ? type.GetElementType() : type.IsGenericType ? type.GetGenericArguments()[^1] : null;
        foreach (var child in section.GetChildren())
        {
            if ((item ?? type.GetProperty(child.Key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)?.PropertyType) is not { } expected)
            {
                continue;
            }

            var bare = Nullable.GetUnderlyingType(expected) ?? expected;
            if (child.Value is { Length: > 0 } value && !IsA(bare, value))
            {
                yield return $"{child.Path} is '{value}'; allowed is {Allowed(bare)}.";
            }

            foreach (var problem in Problems(child, bare))
            {
                yield return problem;
            }
        }
    }

    private static bool IsA(Type type, string value)
    {
        var converter = TypeDescriptor.GetConverter(type);
        try
        {
            return !converter.CanConvertFrom(typeof(string)) || converter.ConvertFromInvariantString(value) is not null;
        }
#pragma warning disable CA1031 // Converters throw what they like; all of it means that the text is no value.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private static string Allowed(Type type) =>
        type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
        : type == typeof(bool) ? "true or false"
        : type == typeof(TimeSpan) ? "a time, such as 00:00:05"
        : type == typeof(int) ? "a whole number"
        : "a number";
}
