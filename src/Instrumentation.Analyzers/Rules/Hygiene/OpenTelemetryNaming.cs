
namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>
/// OpenTelemetry's rules for instruments of <c>System.Diagnostics.Metrics</c>: the syntax, without which the SDK ignores an instrument
/// (<c>opentelemetry.io/docs/specs/otel/metrics/api/#instrument-name-syntax</c>), and the advice of the semantic conventions.
/// </summary>
internal static class OpenTelemetryNaming
{
    private const int MaxLength = 255;
    private const string Separators = "_.";

    private static readonly string[] s_unitsInNames = ["ms", "sec", "secs", "seconds", "milliseconds", "bytes", "mb", "kb"];

    /// <summary>UCUM units and the words that Prometheus has for them.</summary>
    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["s"] = "seconds", ["ms"] = "seconds", ["us"] = "seconds", ["ns"] = "seconds", ["min"] = "seconds", ["h"] = "seconds", ["d"] = "seconds",
        ["By"] = "bytes", ["KiBy"] = "bytes", ["MiBy"] = "bytes", ["GiBy"] = "bytes", ["kBy"] = "bytes", ["MBy"] = "bytes", ["GBy"] = "bytes",
    };

    // Words that people write where UCUM has a code.
    private static readonly Dictionary<string, string> s_codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["second"] = "s", ["seconds"] = "s", ["sec"] = "s", ["secs"] = "s", ["millisecond"] = "ms", ["milliseconds"] = "ms", ["msec"] = "ms", ["millis"] = "ms",
        ["microsecond"] = "us", ["microseconds"] = "us", ["nanosecond"] = "ns", ["nanoseconds"] = "ns", ["minute"] = "min", ["minutes"] = "min", ["hour"] = "h", ["hours"] = "h", ["day"] = "d", ["days"] = "d",
        ["byte"] = "By", ["bytes"] = "By", ["kilobytes"] = "kBy", ["KB"] = "kBy", ["megabytes"] = "MBy", ["MB"] = "MBy", ["gigabytes"] = "GBy", ["GB"] = "GBy", ["percent"] = "%", ["percentage"] = "%", ["ratio"] = "1",
        ["bit"] = "bit", ["bits"] = "bit", ["celsius"] = "Cel",
    };

    public static NameComplaint? OfInstrument(string name, string? unit, bool isCounter) =>
        !IsAllowed(name) ? new NameComplaint("a name has up to 255 letters, digits, '_', '.', '-' and '/', a letter first; the SDK ignores an instrument with any other", null)
        : HasCapitals(name) ? new NameComplaint("names are lower-case, with '.' between name spaces and '_' between words", Lower(name), IsMinor: true)
        : isCounter && NameText.EndsIn(name, "total", Separators) && name.Length > "_total".Length ? new NameComplaint("exporters to Prometheus add '_total' themselves", name.Substring(0, name.Length - "_total".Length), IsMinor: true)
        : unit is { Length: > 0 } && s_unitsInNames.FirstOrDefault(word => name.Length > word.Length && NameText.EndsIn(name, word, Separators)) is { } said ? new NameComplaint($"the unit '{unit}' is said beside the name already", name.Substring(0, name.Length - said.Length - 1), IsMinor: true)
        : null;

    public static NameComplaint? OfTag(string name) =>
        name.Trim().Length == 0 ? new NameComplaint("a tag needs a name", null)
        : HasCapitals(name) ? new NameComplaint("names are lower-case, with '.' between name spaces and '_' between words", Lower(name), IsMinor: true)
        : null;

    public static NameComplaint? OfUnit(string unit) =>
        unit == "B" ? new NameComplaint("'B' is the bel in UCUM; bytes are 'By'", "By")
        : s_codes.TryGetValue(unit, out var code) && code != unit ? new NameComplaint($"UCUM writes '{code}'", code, IsMinor: true)
        : unit.Length > 3 && unit.All(static letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_') && !Words.ContainsKey(unit) && unit is not ("count" or "KiBy" or "MiBy" or "GiBy")
            ? new NameComplaint($"what is counted goes into braces: '{{{Singular(unit)}}}'", $"{{{Singular(unit)}}}", IsMinor: true)
        : null;

    private static bool IsAllowed(string name) =>
        name.Length is > 0 and <= MaxLength && IsLetter(name[0]) && name.All(static letter => IsLetter(letter) || letter is (>= '0' and <= '9') or '_' or '.' or '/' or '-');

    private static bool IsLetter(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool HasCapitals(string name) => name[0] is >= 'A' and <= 'Z' || NameText.HasHump(name);

    private static string Singular(string unit) => unit.EndsWith("s", StringComparison.Ordinal) && !unit.EndsWith("ss", StringComparison.Ordinal) ? unit.Substring(0, unit.Length - 1).ToLowerInvariant() : unit.ToLowerInvariant();

    private static string Lower(string name) => string.Join(".", name.Split('.').Select(Generator.Shared.SnakeCase.Of));
}
