namespace Instrumentation.Metrics;

/// <summary>
/// Units: the abbreviations that OpenTelemetry instruments carry (UCUM) and the words that Prometheus names end in
/// (https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/#metric-metadata-1).
/// </summary>
internal static class PrometheusUnits
{
    /// <summary>Words that a name ends in when it names its unit.</summary>
    private static readonly string[] s_nameSuffixes = ["seconds", "bytes", "ratio", "celsius", "meters", "volts", "amperes", "joules", "grams"];

    /// <summary>The word for a unit; empty for what counts things: <c>1</c>, <c>{request}</c>.</summary>
    public static string Word(string? unit)
    {
        var bare = WithoutAnnotations(unit ?? string.Empty);
        var slash = bare.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || slash == bare.Length - 1)
        {
            return Sanitized(Plural(bare));
        }

        var per = "per_" + Sanitized(Singular(bare[(slash + 1)..]));
        return slash == 0 ? per : $"{Sanitized(Plural(bare[..slash]))}_{per}";
    }

    /// <summary>The unit that a metric's name ends in, <c>_total</c> aside; null where it names none.</summary>
    public static string? OfName(string name)
    {
        var bare = name.EndsWith("_total", StringComparison.Ordinal) ? name[..^"_total".Length] : name;
        return Array.Find(s_nameSuffixes, suffix => bare.EndsWith("_" + suffix, StringComparison.Ordinal));
    }

    /// <summary>The abbreviation that OpenTelemetry uses for a word of ours.</summary>
    public static string? Abbreviation(string? word) => word switch
    {
        "seconds" => "s",
        "bytes" => "By",
        "ratio" => "1",
        "celsius" => "Cel",
        "meters" => "m",
        "volts" => "V",
        "amperes" => "A",
        "joules" => "J",
        "grams" => "g",
        _ => word,
    };

    private static string Sanitized(string word) => word.Length == 0 ? word : PrometheusNames.Label(word).Trim('_');

    // A brace that does not close is part of no annotation.
    private static string WithoutAnnotations(string unit)
    {
        while (unit.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open && unit.IndexOf('}', open) is >= 0 and var close)
        {
            unit = unit.Remove(open, close - open + 1);
        }

        return unit;
    }

    private static string Plural(string unit) => unit switch
    {
        "1" => string.Empty,
        "d" => "days",
        "h" => "hours",
        "min" => "minutes",
        "s" => "seconds",
        "ms" => "milliseconds",
        "us" => "microseconds",
        "ns" => "nanoseconds",
        "By" or "B" => "bytes",
        "KiBy" => "kibibytes",
        "MiBy" => "mebibytes",
        "GiBy" => "gibibytes",
        "TiBy" => "tibibytes",
        "KBy" or "KB" or "kBy" => "kilobytes",
        "MBy" or "MB" => "megabytes",
        "GBy" or "GB" => "gigabytes",
        "TBy" or "TB" => "terabytes",
        "m" => "meters",
        "V" => "volts",
        "A" => "amperes",
        "J" => "joules",
        "W" => "watts",
        "g" => "grams",
        "Cel" => "celsius",
        "Hz" => "hertz",
        "%" => "percent",
        "$" => "dollars",
        _ => unit,
    };

    private static string Singular(string unit) => unit switch
    {
        "s" => "second",
        "m" or "min" => "minute",
        "h" => "hour",
        "d" => "day",
        "w" => "week",
        "mo" => "month",
        "y" => "year",
        _ => unit,
    };
}
