using System.Globalization;
using System.Text;

namespace Instrumentation.Generator.Shared;

/// <summary>What all declarations of one metric must agree in. As text it is embedded in the assembly, so that those that refer to it can compare.</summary>
/// <param name="Name">Name of the metric.</param>
/// <param name="Kind">What it is, in words: <c>counter</c>.</param>
/// <param name="Unit">Unit; empty for none.</param>
/// <param name="Buckets">Bucket bounds; empty for the default ones, or where there are none.</param>
/// <param name="Tags">Names of the tags, the outcome's included, in order.</param>
/// <param name="Outcomes">Names of the outcomes; empty for the default ones, or where there is no outcome.</param>
internal sealed record MetricDeclaration(string Name, string Kind, string Unit, string Buckets, string Tags, string Outcomes)
{
    public const string Counter = "counter";
    public const string Histogram = "histogram";
    public const string Summary = "summary";
    public const string UpDownCounter = "up-down counter";
    public const string Gauge = "gauge";
    public const string ObservedGauge = "observed gauge";
    public const string DurationUnit = "seconds";

    private const char Separator = '|';

    public static MetricDeclaration Of(string name, string kind, string? unit, IEnumerable<double>? buckets, IEnumerable<string> tags, IEnumerable<string> outcomes) =>
        new(
            name,
            kind,
            unit ?? string.Empty,
            Joined((buckets ?? []).Select(static bound => bound.ToString("R", CultureInfo.InvariantCulture))),
            Joined(tags.OrderBy(static tag => tag, StringComparer.Ordinal)),
            Joined(outcomes));

    /// <summary>A declaration that was written by <see cref="Text"/>; null where the text is another's.</summary>
    public static MetricDeclaration? Parse(string text)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Separator)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(text[i] == '\\' && i + 1 < text.Length ? text[++i] : text[i]);
            }
        }

        parts.Add(part.ToString());
        return parts.Count == 6 ? new MetricDeclaration(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]) : null;
    }

    /// <summary>The declaration as one line.</summary>
    public string Text() => string.Join("|", new[] { Name, Kind, Unit, Buckets, Tags, Outcomes }.Select(static part => part.Replace("\\", "\\\\").Replace("|", "\\|")));

    /// <summary>The first thing in which another declaration of the metric differs, in words, here and there; null where they agree.</summary>
    public (string Here, string There)? Difference(MetricDeclaration other) =>
        Kind != other.Kind ? (WithArticle(Kind), WithArticle(other.Kind))
        : Unit != other.Unit ? (InUnit(Unit), InUnit(other.Unit))
        : Buckets != other.Buckets ? (WithBuckets(Buckets), WithBuckets(other.Buckets))
        : Tags != other.Tags ? (WithTags(Tags), WithTags(other.Tags))
        : Outcomes != other.Outcomes ? (WithOutcomes(Outcomes), WithOutcomes(other.Outcomes))
        : null;

    /// <summary>A kind in a sentence.</summary>
    public static string WithArticle(string kind) => ("aeiou".IndexOf(kind[0]) >= 0 ? "an " : "a ") + kind;

    private static string InUnit(string unit) => unit.Length == 0 ? "without a unit" : $"in {unit}";

    private static string WithBuckets(string buckets) => buckets.Length == 0 ? "with the default buckets" : $"with the buckets {buckets}";

    private static string WithTags(string tags) => tags.Length == 0 ? "without tags" : $"with the tags {tags}";

    private static string WithOutcomes(string outcomes) => outcomes.Length == 0 ? "with the default names of outcomes" : $"with the outcomes {outcomes}";

    private static string Joined(IEnumerable<string> items) => string.Join(", ", items);
}
