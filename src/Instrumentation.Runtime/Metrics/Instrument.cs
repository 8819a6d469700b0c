using System.Runtime.CompilerServices;
using Instrumentation.Diagnostics;
using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics;

/// <summary>
/// An instrument as one declaration sees it: a name and its tags. Declarations that share a name are one family of series.
/// A series is found by its index: the tags' value indexes in mixed radix, first tag most significant.
/// </summary>
public abstract class Instrument
{
    /// <summary>Counters with at most this many expected series show them at zero from the start.</summary>
    private protected const int MaxShownAtZero = 64;

    private readonly TagDimension[] _tags;

    private protected Instrument(MetricFamily family, TagDimension[] tags)
    {
        Family = family;
        _tags = tags;
        SeriesBound = BoundOf(tags);
        IndexBound = Product(tags, static tag => tag.Count);
        foreach (var tag in tags)
        {
            tag.Attach(family.Name);
        }
    }

    /// <summary>Name of the metric.</summary>
    public string Name => Family.Name;

    /// <summary>The most series that this declaration can ever have: the product of the numbers of its tags' values.</summary>
    public long SeriesBound { get; }

    internal MetricFamily Family { get; }

    /// <summary>One more than the largest index; above <see cref="SeriesBound"/> where several indexes mean one series.</summary>
    private protected long IndexBound { get; }

    private protected IReadOnlyList<TagDimension> Tags => _tags;

    /// <summary>Whether more is done with a recorded value than to add it to its cell.</summary>
    private protected bool IsTold => Exemplars.Current is not null || Family.Listened is { Enabled: true } || RecordingObserver.AnyOpen;

    /// <summary>The most series that these tags can make; <see cref="long.MaxValue"/> where that is more than a <see cref="long"/> holds.</summary>
    internal static long BoundOf(TagDimension[] tags) => Product(tags, static tag => tag.Distinct);

    /// <summary>
    /// Keeps a recorded value as an example of its trace, and hands it to listeners of <see cref="System.Diagnostics.Metrics"/> and to those who see what is recorded in a flow.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // Rare, and the recorded call stays small.
    private protected void Tell(HistogramCell cell, int bucket, long series, double value)
    {
        try
        {
            if (Exemplars.Current is { } activity)
            {
                cell.Whole.KeepExemplar(bucket, value, activity);
            }

            Family.Listened?.Record(value, cell.Tags ??= BoxedTagsOf(series));
        }
#pragma warning disable CA1031 // Listeners are foreign code, and telemetry never throws into user code.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            SelfMetrics.Failed("listener", exception);
        }

        if (RecordingObserver.AnyOpen)
        {
            RecordingObserver.Notify(this, series, value);
        }
    }

    /// <summary>The labels of a series as the exposition writes them; equal sets are equal texts.</summary>
    internal byte[] LabelsOf(long index) => LabelText.Encode(TagsOf(index).Select(static tag => (tag.Key, tag.Value)), Family.ReservedLabel);

    /// <summary>The tags of a series as <see cref="System.Diagnostics.Metrics"/> wants them.</summary>
    internal KeyValuePair<string, object?>[] BoxedTagsOf(long index) => [.. TagsOf(index).Select(static tag => KeyValuePair.Create(tag.Key, (object?)tag.Value))];

    /// <summary>The tags of a series, in the order of their declaration; as in its labels, an empty value is no tag.</summary>
    internal KeyValuePair<string, string>[] TagsOf(long index)
    {
        var tags = new KeyValuePair<string, string>[_tags.Length];
        for (var i = _tags.Length - 1; i >= 0; i--)
        {
            (index, var value) = Math.DivRem(index, _tags[i].Count);
            tags[i] = new(_tags[i].Name, _tags[i].ValueAt((int)value));
        }

        return Array.FindAll(tags, static tag => tag.Value.Length > 0);
    }

    private static long Product(TagDimension[] tags, Func<TagDimension, int> factor) =>
        tags.Aggregate(1L, (product, tag) => (long)Int128.Min(long.MaxValue, (Int128)product * factor(tag)));

    /// <summary>The indexes of the series whose every value is expected.</summary>
    private protected IEnumerable<int> ExpectedSeries()
    {
        var count = _tags.Aggregate(1L, static (product, tag) => product * tag.KnownCount);
        for (var i = 0; count <= MaxShownAtZero && i < count; i++)
        {
            var (rest, index, radix) = (i, 0, 1);
            for (var t = _tags.Length - 1; t >= 0; t--)
            {
                (rest, var value) = Math.DivRem(rest, _tags[t].KnownCount);
                index += value * radix;
                radix *= _tags[t].Count;
            }

            yield return index;
        }
    }
}
