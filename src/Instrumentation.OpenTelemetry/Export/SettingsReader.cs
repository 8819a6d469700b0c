using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Instrumentation.OpenTelemetry.Export;

/// <summary>
/// Reads settings that are named like environment variables, from those or from any other source of the host's configuration. A wrong value is kept in mind with what is allowed; an empty one is none, as OpenTelemetry has it.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _wrong = [];

    /// <summary>The text of a setting; <see langword="null"/> where it is not set.</summary>
    public string? Text(string name) => configuration[name]?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>The first of several settings that is set.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Text(name) is not null)
            {
                return name;
            }
        }

        return null;
    }

    public Uri? Url(string? name) =>
        Parse(name, "an absolute http or https URL, such as http://localhost:4317", static text =>
            Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Host.Length: > 0 } ? url : null);

    public double? Share(string name) =>
        ParseValue(name, "a number from 0 to 1, such as 0.1", static text =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share : (double?)null);

    public int? Positive(string? name) =>
        ParseValue(name, "a whole number above 0", static text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : (int?)null);

    public bool? Flag(string name) => Choice(name, ("true", true), ("1", true), ("false", false), ("0", false));

    /// <summary>One of a list of words, in any case.</summary>
    public T? Choice<T>(string? name, params (string Word, T Value)[] allowed)
        where T : struct =>
        ParseValue(name, $"one of {string.Join(", ", allowed.Select(static choice => choice.Word))}", text =>
        {
            foreach (var (word, value) in allowed)
            {
                if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }

            return (T?)null;
        });

    /// <summary>A list of names with values, as the SDK takes it. The part that is wrong is told, but of secrets only which one it is: a key with a comma in it looks like two parts.</summary>
    public string? Pairs(string? name, bool isSecret = false)
    {
        if (name is null || Text(name) is not { } text)
        {
            return null;
        }

        var parts = text.Split(',');
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].AsSpan().Trim().IndexOf('=') <= 0)
            {
                Refuse(name, "a list of names with values, such as one=1,two=2", isSecret ? FormattableString.Invariant($"<part {i + 1}, not shown: it may be secret>") : parts[i]);
            }
        }

        return text;
    }

    /// <summary>Notes that a setting is wrong.</summary>
    public void Refuse(string name, string allowed, string? part = null)
    {
        // Several signals may read the same setting.
        var problem = $"{name} is '{part ?? Text(name)}'; allowed is {allowed}.";
        if (!_wrong.Contains(problem, StringComparer.Ordinal))
        {
            _wrong.Add(problem);
        }
    }

    /// <summary>Stops the start of the host where a setting is wrong.</summary>
    /// <exception cref="OptionsValidationException">One is: the message names each with its value and what is allowed.</exception>
    public void ThrowIfWrong()
    {
        if (_wrong.Count > 0)
        {
            throw new OptionsValidationException("Instrumentation", typeof(SettingsReader), _wrong);
        }
    }

    private T? Parse<T>(string? name, string allowed, Func<string, T?> parse)
        where T : class
    {
        if (name is null || Text(name) is not { } text)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            Refuse(name, allowed);
        }

        return value;
    }

    private T? ParseValue<T>(string? name, string allowed, Func<string, T?> parse)
        where T : struct
    {
        if (name is null || Text(name) is not { } text)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            Refuse(name, allowed);
        }

        return value;
    }
}
