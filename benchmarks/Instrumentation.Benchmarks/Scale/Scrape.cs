using System.Globalization;
using System.IO.Pipelines;
using BenchmarkDotNet.Attributes;
using Instrumentation.Exposition;
using Instrumentation.Metrics;

namespace Instrumentation.Benchmarks.Scale;

/// <summary>A scrape of 100,000 counter series and 10,000 histogram series of twelve buckets, written into nothing; and what the series take in memory.</summary>
public class Scrape
{
    private const int Counters = 100_000;
    private const int Histograms = 10_000;
    private const long MaxBytes = 64 << 20;

    /// <summary>The text format.</summary>
    [ParamsAllValues]
    public ExpositionFormat Format { get; set; }

    /// <summary>Makes the series.</summary>
    [GlobalSetup]
    public void Fill()
    {
        MetricRegistry.StartCollecting();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var counter = MetricRegistry.Counter("scrape_events_total", "Events.", Tag("shard", Counters / 100), Tag("tenant", 100));
        var histogram = MetricRegistry.Duration("scrape_seconds", "Durations.", buckets: null, Tag("shard", Histograms / 100), Tag("tenant", 100));
        for (var i = 0; i < Counters; i++)
        {
            counter.Add(i, i);
        }

        for (var i = 0; i < Histograms; i++)
        {
            histogram.Record(i, i * 100_000L);
        }

        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"// {Counters} counter and {Histograms} histogram series take {bytes / (double)(1 << 20):0.0} MiB, labels and tables included."));
        if (bytes > MaxBytes)
        {
            throw new InvalidOperationException("The series take more memory than they may.");
        }

        GC.KeepAlive(counter);
        GC.KeepAlive(histogram);
    }

    /// <summary>Writes all of them.</summary>
    [Benchmark(Description = "110,000 series")]
    public async Task Write()
    {
        var writer = PipeWriter.Create(Stream.Null);
        await PrometheusExposition.WriteAsync(writer, Format, CancellationToken.None);
        await writer.CompleteAsync();
    }

    private static ClosedTag Tag(string name, int count) => new(name, [.. Enumerable.Range(0, count).Select(i => $"{name}-{i}")]);
}
