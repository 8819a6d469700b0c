using System.Buffers;
using Instrumentation.Exposition;
using Instrumentation.Metrics;
using Instrumentation.TestTools;

namespace Instrumentation.Runtime.Tests;

/// <summary>A scrape of series that are known makes no garbage for any of them.</summary>
public sealed class ScrapeAllocationTests
{
    [ReleaseFact]
    public void Families_WrittenAgain_AllocateNothing()
    {
        var tag = new ClosedTag("n", [.. Enumerable.Range(0, 500).Select(static i => $"v{i}")]);
        var counter = MetricRegistry.Counter("scraped_events_total", "", tag);
        var histogram = MetricRegistry.Duration("scraped_seconds", "", buckets: null, tag);
        for (var i = 0; i < tag.Count; i++)
        {
            counter.Add(i, i);
            histogram.Record(i, i * 1_000_000L);
        }

        var output = new ArrayBufferWriter<byte>(4 << 20);
        foreach (var format in Enum.GetValues<ExpositionFormat>())
        {
            foreach (var family in (MetricFamily[])[counter.Family, histogram.Family])
            {
                Assert.Equal(0, Allocated.ByCalls(() =>
                {
                    output.ResetWrittenCount();
                    Assert.True(new FamilyFormatter(family, format).Write(output, family.Read(), first: 0, int.MaxValue) == tag.Count);
                }));
            }
        }
    }
}
