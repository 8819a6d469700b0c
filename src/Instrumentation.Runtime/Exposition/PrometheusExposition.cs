using System.IO.Pipelines;
using System.Buffers;
using Instrumentation.Metrics.Meters;

namespace Instrumentation.Exposition;

/// <summary>Writes every series of the process for a Prometheus server: our own, and those of every other <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
public static class PrometheusExposition
{
    /// <summary>Media type of <see cref="ExpositionFormat.PrometheusText"/>.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Media type of <see cref="ExpositionFormat.OpenMetrics"/>.</summary>
    public const string OpenMetricsContentType = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private const int FlushThreshold = 64 * 1024;

    /// <summary>Writes the Prometheus text; the caller completes the writer.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="OperationCanceledException">The cancellation was requested.</exception>
    public static ValueTask WriteAsync(PipeWriter output, CancellationToken cancellation) => WriteAsync(output, ExpositionFormat.PrometheusText, cancellation);

    /// <summary>Writes the text in the given format; the caller completes the writer.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="format">The format; its media type is <see cref="ContentType"/> or <see cref="OpenMetricsContentType"/>.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="OperationCanceledException">The cancellation was requested.</exception>
    public static async ValueTask WriteAsync(PipeWriter output, ExpositionFormat format, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(output);
        ForeignMeters.Read();
        output.Write(format == ExpositionFormat.OpenMetrics ? TargetInfo.OpenMetrics : TargetInfo.Prometheus);
        foreach (var family in ExpositionPlan.Current.Families)
        {
            var series = family.Read();
            var formatter = new FamilyFormatter(family, format);
            var next = 0;
            do
            {
                next = formatter.Write(output, series, next, FlushThreshold);
                if (!output.CanGetUnflushedBytes || output.UnflushedBytes > FlushThreshold)
                {
                    var flushed = await output.FlushAsync(cancellation).ConfigureAwait(false);
                    if (flushed.IsCompleted)
                    {
                        return; // Nobody reads any more.
                    }
                }
            }
            while (next < series.Length);
        }

        if (format == ExpositionFormat.OpenMetrics)
        {
            output.Write("# EOF\n"u8);
        }

        await output.FlushAsync(cancellation).ConfigureAwait(false);
    }
}
