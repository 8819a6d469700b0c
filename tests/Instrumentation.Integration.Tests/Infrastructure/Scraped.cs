using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Instrumentation.Exposition;

namespace Instrumentation.Integration.Tests.Infrastructure;

/// <summary>Reads the process's series as a scraper would.</summary>
internal static class Scraped
{
    public static async Task<string> TextAsync()
    {
        using var stream = new MemoryStream();
        var writer = PipeWriter.Create(stream);
        await PrometheusExposition.WriteAsync(writer, CancellationToken.None);
        await writer.CompleteAsync();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The value of a sample, given as the exposition writes its name and labels; null where there is none.</summary>
    public static async Task<double?> ValueAsync(string sample)
    {
        var line = (await TextAsync()).Split('\n').FirstOrDefault(line => line.StartsWith(sample + " ", StringComparison.Ordinal));
        return line is null ? null : double.Parse(line[(sample.Length + 1)..], CultureInfo.InvariantCulture);
    }
}
