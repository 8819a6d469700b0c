using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Instrumentation.TestTools;

/// <summary>Reads the Prometheus text format 0.0.4 and refuses whatever a scraper might refuse or silently drop.</summary>
internal static partial class MetricsText
{
    public static IReadOnlyDictionary<string, ParsedFamily> Parse(ReadOnlySpan<byte> utf8) =>
        Parse(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(utf8));

    public static IReadOnlyDictionary<string, ParsedFamily> Parse(string text)
    {
        var families = new Dictionary<string, ParsedFamily>(StringComparer.Ordinal);
        if (text.Length == 0)
        {
            return families;
        }

        Demand(text[^1] == '\n', "The last line does not end.", text[^Math.Min(80, text.Length)..]);
        var lines = new Queue<string>(text[..^1].Split('\n'));
        while (lines.TryDequeue(out var line))
        {
            var help = HelpLine().Match(line);
            var type = TypeLine().Match(lines.TryDequeue(out var next) ? next : "");
            Demand(help.Success, "A family begins with HELP.", line);
            Demand(type.Success && type.Groups["name"].Value == help.Groups["name"].Value, "TYPE of the same name follows HELP.", next);
            var name = help.Groups["name"].Value;
            var samples = new List<ParsedSample>();
            while (lines.TryPeek(out var sample) && sample is not ['#', ..])
            {
                samples.Add(Sample(lines.Dequeue()));
            }

            var family = new ParsedFamily(name, Unescape(help.Groups["text"].Value, quoted: false), type.Groups["type"].Value, samples);
            MetricsTextRules.Check(family);
            Demand(families.TryAdd(name, family), "A family is shown once.", name);
        }

        return families;
    }

    internal static void Demand(bool condition, string rule, string? where)
    {
        if (!condition)
        {
            throw new FormatException($"{rule} Here: {where}");
        }
    }

    private static ParsedSample Sample(string line)
    {
        var match = SampleLine().Match(line);
        Demand(match.Success, "A sample is a name, labels in braces and a number.", line);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in match.Groups["label"].Captures.Zip(match.Groups["text"].Captures))
        {
            Demand(labels.TryAdd(name.Value, Unescape(value.Value, quoted: true)), "A label is given once.", line);
        }

        return new ParsedSample(match.Groups["name"].Value, labels, Number(match.Groups["value"].Value));
    }

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float & ~(NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite), CultureInfo.InvariantCulture),
    };

    private static string Unescape(string text, bool quoted) => Escape().Replace(text, match => match.Value switch
    {
        @"\\" => @"\",
        @"\n" => "\n",
        "\\\"" when quoted => "\"",
        _ => throw new FormatException($"Unknown escape {match.Value} in: {text}"),
    });

    private const string Name = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private const RegexOptions Strict = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline;

    [GeneratedRegex(@"\A# HELP (?<name>" + Name + @") (?<text>.*)\z", Strict)]
    private static partial Regex HelpLine();

    [GeneratedRegex(@"\A# TYPE (?<name>" + Name + @") (?<type>counter|gauge|histogram|summary)\z", Strict)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"\A(?<name>" + Name + @")(\{((?<label>[a-zA-Z_][a-zA-Z0-9_]*)=""(?<text>([^""\\]|\\.)*)""(,(?!\})|(?=\})))+\})? (?<value>[^ ]+)\z", Strict)]
    private static partial Regex SampleLine();

    [GeneratedRegex(@"\\(.|\z)", Strict)]
    private static partial Regex Escape();
}
