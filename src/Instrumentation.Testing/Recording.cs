using System.Globalization;
using Instrumentation.Metrics;

namespace Instrumentation.Testing;

/// <summary>One value that an instrument recorded.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Tags">Its tags, in the order of their declaration.</param>
/// <param name="Value">The value; durations in seconds.</param>
public sealed record Recording(string Metric, IReadOnlyList<KeyValuePair<string, string>> Tags, double Value)
{
    /// <summary>As the exposition writes a series: <c>orders_total{format="avro"} 1</c>.</summary>
    public override string ToString() =>
        $"{Metric}{{{string.Join(',', Tags.Select(static tag => $"{tag.Key}=\"{tag.Value}\""))}}} {Value.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Whether a tag has the value that stands for what lies outside a declared set or past a bound.</summary>
    internal bool HasOther => Tags.Any(static tag => tag.Value == TagDimension.Other);

    internal bool Has((string Name, string Value)[] tags) =>
        Array.TrueForAll(tags, wanted => Tags.Any(tag => tag.Key == wanted.Name && tag.Value == wanted.Value));
}
