using System.IO.Pipelines;
using Instrumentation.Exposition;
using Instrumentation.Metrics;
using Instrumentation.Runtime.Tests.Infrastructure;

namespace Instrumentation.Runtime.Tests;

/// <summary>A scraper that does not read holds up its own scrape and nothing else.</summary>
public sealed class BlockedScrapeTests
{
    [Theory]
    [InlineData(ExpositionFormat.PrometheusText)]
    [InlineData(ExpositionFormat.OpenMetrics)]
    public async Task Recording_WhileAScrapeIsStuck_GoesOn(ExpositionFormat format)
    {
        var tag = new ClosedTag("n", [.. Enumerable.Range(0, 2_000).Select(static i => $"v{i}")]);
        var counter = MetricRegistry.Counter($"blocked_{format}_total", "", tag);
        var histogram = MetricRegistry.Duration($"blocked_{format}_seconds", "", buckets: null, tag);
        Touch();
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 4096, resumeWriterThreshold: 1024));
        var scrape = PrometheusExposition.WriteAsync(pipe.Writer, format, CancellationToken.None).AsTask();
        Assert.False(scrape.IsCompleted);

        Touch(); // On this thread: it would never come back from a lock that the scrape holds.
        var bounded = new BoundedTag<string>("late", 10);
        MetricRegistry.Counter($"blocked_{format}_late_total", "", bounded).Add(bounded.IndexOf("new"), 1);
        await Exposed.FamiliesAsync();

        Assert.False(scrape.IsCompleted);
        await pipe.Reader.CompleteAsync();
        await scrape;

        void Touch()
        {
            for (var i = 0; i < tag.Count; i++)
            {
                counter.Add(i, 1);
                histogram.Record(i, 1);
            }
        }
    }
}
