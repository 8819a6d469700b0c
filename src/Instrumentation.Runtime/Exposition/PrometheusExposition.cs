using System.IO.Pipelines;
using Instrumentation.Metrics;

namespace Instrumentation.Exposition;

/// <summary>Writes every series of the process in the Prometheus text format.</summary>
public static class PrometheusExposition
{
    /// <summary>Media type of the text.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private const int FlushThreshold = 64 * 1024;

    /// <summary>Writes the text; the caller completes the writer.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="cancellation">Stops the writing between two families.</param>
    /// <exception cref="OperationCanceledException">The cancellation was requested.</exception>
    public static async ValueTask WriteAsync(PipeWriter output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach (var family in MetricRegistry.Families)
        {
            PrometheusTextFormatter.Write(family, output);
            if (!output.CanGetUnflushedBytes || output.UnflushedBytes > FlushThreshold)
            {
                await output.FlushAsync(cancellation).ConfigureAwait(false);
            }
        }

        await output.FlushAsync(cancellation).ConfigureAwait(false);
    }
}
