using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Instrumentation.Benchmarks.Quotes;

/// <summary>
/// What a careful person writes by hand, in the method's own body: the same histogram (same buckets, seconds) and counter, the same three
/// tags as constant strings, recorded however the call ends. A reader of the OpenTelemetry SDK is attached.
/// </summary>
internal sealed class OpenTelemetryQuotes(Gate gate)
{
    private const string MeterName = "Instrumentation.Benchmarks";

    private static readonly Meter s_meter = new(MeterName);
    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram(
        "quotes.duration",
        "s",
        description: null,
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10] });
    private static readonly Counter<long> s_count = s_meter.CreateCounter<long>("quotes");

    /// <summary>Attaches the SDK with a reader.</summary>
    public static MeterProvider Listen(CountingExporter exporter) =>
        Sdk.CreateMeterProviderBuilder().AddMeter(MeterName).AddReader(new BaseExportingMetricReader(exporter)).Build();

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Quote(Origin origin, bool cached, Format format)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return Price.Of(origin, cached, format);
        }
        finally
        {
            Record(start, origin, cached, format);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<int> QuoteAsync(Origin origin, bool cached, Format format)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await gate.WaitAsync();
            return Price.Of(origin, cached, format);
        }
        finally
        {
            Record(start, origin, cached, format);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask<int> QuoteValueAsync(Origin origin, bool cached, Format format)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await gate.WaitAsync();
            return Price.Of(origin, cached, format);
        }
        finally
        {
            Record(start, origin, cached, format);
        }
    }

    private static void Record(long start, Origin origin, bool cached, Format format)
    {
        var elapsed = Stopwatch.GetElapsedTime(start);
        var originTag = new KeyValuePair<string, object?>("origin", TagText.Of(origin));
        var cachedTag = new KeyValuePair<string, object?>("cached", TagText.Of(cached));
        var formatTag = new KeyValuePair<string, object?>("format", TagText.Of(format));
        s_duration.Record(elapsed.TotalSeconds, originTag, cachedTag, formatTag);
        s_count.Add(1, originTag, cachedTag, formatTag);
    }
}
