using System.Text;

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
        SeriesBound = 1;
        foreach (var tag in tags)
        {
            SeriesBound *= tag.Count;
            tag.Attach(family.Name);
        }
    }

    /// <summary>Name of the metric.</summary>
    public string Name => Family.Name;

    /// <summary>The most series that this declaration can ever have: the product of its tags' value counts.</summary>
    public long SeriesBound { get; }

    internal MetricFamily Family { get; }

    private protected IReadOnlyList<TagDimension> Tags => _tags;

    /// <summary>The labels of a series as the exposition writes them, sorted by name so that equal sets are equal texts.</summary>
    internal string LabelsOf(long index)
    {
        var labels = new (string Name, string Value)[_tags.Length];
        for (var i = _tags.Length - 1; i >= 0; i--)
        {
            (index, var value) = Math.DivRem(index, _tags[i].Count);
            labels[i] = (_tags[i].Name, _tags[i].ValueAt((int)value));
        }

        Array.Sort(labels, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        var text = new StringBuilder();
        foreach (var (name, value) in labels)
        {
            text.Append(text.Length == 0 ? string.Empty : ",").Append(name).Append("=\"");
            LabelEscaping.Append(text, value);
            text.Append('"');
        }

        return text.ToString();
    }

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
