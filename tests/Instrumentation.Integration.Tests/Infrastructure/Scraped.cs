using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Instrumentation.Exposition;

namespace Instrumentation.Integration.Tests.Infrastructure;

/// <summary>Reads the process's series as a scraper would.</summary>
internal static class Scraped
{
    public static Task<string> TextAsync() => TextAsync(ExpositionFormat.PrometheusText);

    public static Task<string> OpenMetricsAsync() => TextAsync(ExpositionFormat.OpenMetrics);

    /// <summary>The value of a sample, given as the exposition writes its name and labels; null where there is none.</summary>
    public static async Task<double?> ValueAsync(string sample)
    {
        var line = (await TextAsync()).Split('\n').FirstOrDefault(line => line.StartsWith(sample + " ", StringComparison.Ordinal));
        return line is null ? null : double.Parse(line[(sample.Length + 1)..], CultureInfo.InvariantCulture);
    }

    private static async Task<string> TextAsync(ExpositionFormat format)
    {
        using var stream = new MemoryStream();
        var writer = PipeWriter.Create(stream);
        await PrometheusExposition.WriteAsync(writer, format, CancellationToken.None);
        await writer.CompleteAsync();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
