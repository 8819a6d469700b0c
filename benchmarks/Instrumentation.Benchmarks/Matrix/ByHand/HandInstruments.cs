using System.Diagnostics;
using System.Diagnostics.Metrics;
using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>What a careful person records by hand: the same histogram, buckets, counter and tags, without an allocation.</summary>
internal sealed class HandInstruments(string name, bool calls = true)
{
    public const string MeterName = "Instrumentation.Benchmarks.Hand";

    private static readonly Meter s_meter = new(MeterName);

    private readonly Histogram<double> _duration = s_meter.CreateHistogram(
        name + "_seconds",
        "s",
        description: null,
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10] });

    private readonly Counter<long>? _calls = calls ? s_meter.CreateCounter<long>(name) : null;

    public void Record(long start)
    {
        _duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
        _calls?.Add(1);
    }

    public void Record(long start, Origin origin)
    {
        var tag = new KeyValuePair<string, object?>("origin", TagText.Of(origin));
        _duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, tag);
        _calls?.Add(1, tag);
    }

    public void Record(long start, Origin origin, bool cached, Format format)
    {
        var originTag = new KeyValuePair<string, object?>("origin", TagText.Of(origin));
        var cachedTag = new KeyValuePair<string, object?>("cached", TagText.Of(cached));
        var formatTag = new KeyValuePair<string, object?>("format", TagText.Of(format));
        _duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, originTag, cachedTag, formatTag);
        _calls?.Add(1, originTag, cachedTag, formatTag);
    }

    public void Record(long start, Origin origin, bool cached, Format format, bool retried)
    {
        var tags = new TagList
        {
            { "origin", TagText.Of(origin) },
            { "cached", TagText.Of(cached) },
            { "format", TagText.Of(format) },
            { "retried", TagText.Of(retried) },
        };
        Record(start, tags);
    }

    public void Record(long start, Origin origin, bool cached, Format format, bool retried, bool signed, bool large, bool urgent, bool draft)
    {
        var tags = new TagList
        {
            { "origin", TagText.Of(origin) },
            { "cached", TagText.Of(cached) },
            { "format", TagText.Of(format) },
            { "retried", TagText.Of(retried) },
            { "signed", TagText.Of(signed) },
            { "large", TagText.Of(large) },
            { "urgent", TagText.Of(urgent) },
            { "draft", TagText.Of(draft) },
        };
        Record(start, tags);
    }

    private void Record(long start, in TagList tags)
    {
        _duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, tags);
        _calls?.Add(1, tags);
    }
}
