using System.IO.Pipelines;
using System.Text;
using Instrumentation.Exposition;

namespace Instrumentation.Benchmarks.FirstTable;

/// <summary>The process's series, as a scraper would read them.</summary>
internal static class PrometheusText
{
    public static async Task<string> ReadAsync()
    {
        using var stream = new MemoryStream();
        var writer = PipeWriter.Create(stream);
        await PrometheusExposition.WriteAsync(writer, CancellationToken.None);
        await writer.CompleteAsync();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
