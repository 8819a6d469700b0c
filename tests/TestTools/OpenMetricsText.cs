using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Instrumentation.TestTools;

/// <summary>Reads OpenMetrics 1.0 by its grammar and refuses whatever departs from it (https://prometheus.io/docs/specs/om/open_metrics_spec/).</summary>
internal static partial class OpenMetricsText
{
    private const string Name = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private const string Number = @"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?(?i:Inf(inity)?)|(?i:NaN)";
    private const RegexOptions Strict = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline;

    public static IReadOnlyDictionary<string, OpenMetricsFamily> Parse(ReadOnlySpan<byte> utf8) =>
        Parse(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(utf8));

    public static IReadOnlyDictionary<string, OpenMetricsFamily> Parse(string text)
    {
        MetricsText.Demand(text.EndsWith("# EOF\n", StringComparison.Ordinal), "The text ends with # EOF and a line feed.", text[^Math.Min(40, text.Length)..]);
        var families = new Dictionary<string, OpenMetricsFamily>(StringComparer.Ordinal);
        var lines = new Queue<string>(text[..^"# EOF\n".Length].Split('\n')[..^1]);
        while (lines.Count > 0)
        {
            var family = Family(lines);
            OpenMetricsRules.Check(family);
            MetricsText.Demand(families.TryAdd(family.Name, family), "A family is shown once.", family.Name);
        }

        OpenMetricsRules.CheckNames(families.Values);
        return families;
    }

    private static OpenMetricsFamily Family(Queue<string> lines)
    {
        var about = new Dictionary<string, string>(StringComparer.Ordinal);
        string? name = null;
        while (lines.TryPeek(out var line) && line is ['#', ..])
        {
            var match = MetadataLine().Match(line);
            MetricsText.Demand(match.Success, "A descriptor is TYPE, UNIT or HELP with a name and a text.", line);
            if (name is not null && match.Groups["name"].Value != name)
            {
                break; // The next family; this one has no samples.
            }

            name = match.Groups["name"].Value;
            MetricsText.Demand(about.TryAdd(match.Groups["what"].Value, match.Groups["text"].Value), "A descriptor is given once.", line);
            lines.Dequeue();
        }

        MetricsText.Demand(name is not null, "Samples follow their descriptors.", lines.TryPeek(out var next) ? next : string.Empty);
        var samples = new List<OpenMetricsSample>();
        while (lines.TryPeek(out var line) && line is not ['#', ..])
        {
            samples.Add(Sample(lines.Dequeue()));
        }

        return new OpenMetricsFamily(name!, about.GetValueOrDefault("TYPE", "unknown"), about.GetValueOrDefault("UNIT"), about.TryGetValue("HELP", out var help) ? Unescape(help) : null, samples);
    }

    private static OpenMetricsSample Sample(string line)
    {
        var match = SampleLine().Match(line);
        MetricsText.Demand(match.Success, "A sample is a name, labels, a number, and perhaps an exemplar.", line);
        var exemplar = match.Groups["exemplar"].Success
            ? new OpenMetricsExemplar(Pairs(match, "elabel", "etext", line), Value(match, "evalue"), match.Groups["etime"].Success ? Value(match, "etime") : null)
            : null;
        return new OpenMetricsSample(match.Groups["name"].Value, Pairs(match, "label", "text", line), Value(match, "value"), exemplar);
    }

    private static Dictionary<string, string> Pairs(Match match, string names, string texts, string line)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in match.Groups[names].Captures.Zip(match.Groups[texts].Captures))
        {
            MetricsText.Demand(pairs.TryAdd(name.Value, Unescape(text.Value)), "A label is given once.", line);
            MetricsText.Demand(!name.Value.StartsWith("__", StringComparison.Ordinal), "Two leading underscores are reserved.", line);
        }

        return pairs;
    }

    private static double Value(Match match, string group) => match.Groups[group].Value switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        var number => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static string Unescape(string text) => Escape().Replace(text, static match => match.Value switch
    {
        @"\\" => @"\",
        @"\n" => "\n",
        "\\\"" => "\"",
        _ => throw new FormatException($"Unknown escape {match.Value}."),
    });

    [GeneratedRegex(@"\A# (?<what>TYPE|UNIT|HELP) (?<name>" + Name + @") (?<text>.*)\z", Strict)]
    private static partial Regex MetadataLine();

    [GeneratedRegex(
        @"\A(?<name>" + Name + @")(\{((?<label>[a-zA-Z_][a-zA-Z0-9_]*)=""(?<text>(\\[\\""n]|[^\\""])*)""(,(?!\})|(?=\})))+\})? (?<value>" + Number + @")"
        + @"(?<exemplar> # \{((?<elabel>[a-zA-Z_][a-zA-Z0-9_]*)=""(?<etext>(\\[\\""n]|[^\\""])*)""(,(?!\})|(?=\})))*\} (?<evalue>" + Number + @")( (?<etime>[0-9]+(\.[0-9]*)?))?)?\z",
        Strict)]
    private static partial Regex SampleLine();

    [GeneratedRegex(@"\\(.|\z)", Strict)]
    private static partial Regex Escape();
}
