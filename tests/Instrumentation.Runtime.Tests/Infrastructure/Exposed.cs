using System.Buffers;
using System.IO.Pipelines;
using Instrumentation.Exposition;
using Instrumentation.Metrics;
using Instrumentation.TestTools;

namespace Instrumentation.Runtime.Tests.Infrastructure;

/// <summary>What a scraper reads of this process.</summary>
internal static class Exposed
{
    public static async Task<IReadOnlyDictionary<string, ParsedFamily>> FamiliesAsync() => MetricsText.Parse(await BytesAsync(ExpositionFormat.PrometheusText));

    public static async Task<IReadOnlyDictionary<string, OpenMetricsFamily>> OpenMetricsAsync() => OpenMetricsText.Parse(await BytesAsync(ExpositionFormat.OpenMetrics));

    public static async Task<byte[]> BytesAsync(ExpositionFormat format)
    {
        using var stream = new MemoryStream();
        var writer = PipeWriter.Create(stream);
        await PrometheusExposition.WriteAsync(writer, format, CancellationToken.None);
        await writer.CompleteAsync();
        return stream.ToArray();
    }

    /// <summary>What a scrape shows of one instrument's family; for those who read it again and again, while the process is full of other tests' series.</summary>
    public static ParsedFamily FamilyOf(Instrument instrument)
    {
        var output = new ArrayBufferWriter<byte>();
        new FamilyFormatter(instrument.Family, ExpositionFormat.PrometheusText).Write(output, instrument.Family.Read(), first: 0, int.MaxValue);
        return MetricsText.Parse(output.WrittenSpan)[instrument.Name];
    }

    public static async Task<ParsedFamily> FamilyAsync(string name) => (await FamiliesAsync())[name];

    /// <summary>The cumulative bucket counts of a histogram with one series.</summary>
    public static async Task<IReadOnlyList<double>> BucketsAsync(string name) =>
        [.. (await FamilyAsync(name)).Samples.Where(sample => sample.Name == name + "_bucket").Select(static sample => sample.Value)];

    public static async Task<double> SumAsync(string name) => (await FamilyAsync(name)).Samples.Single(sample => sample.Name == name + "_sum").Value;
}
