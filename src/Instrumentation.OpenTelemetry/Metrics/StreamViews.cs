using System.Diagnostics.Metrics;
using Instrumentation.Metrics;
using OpenTelemetry.Metrics;

namespace Instrumentation.OpenTelemetry.Metrics;

/// <summary>Tells the SDK what is known of each metric: its buckets, and how many series it can have.</summary>
internal static class StreamViews
{
    /// <summary>Where the SDK stops by itself. No stream gets less: another declaration of the metric may come later, with series of its own.</summary>
    internal const int SdkLimit = 2_000;

    /// <summary>The SDK allocates all points of a stream at once, a hundred bytes and more each.</summary>
    internal const int MaxLimit = 100_000;

    /// <summary>The stream of an instrument, or <see langword="null"/> where it is not one of ours.</summary>
    public static MetricStreamConfiguration? Of(System.Diagnostics.Metrics.Instrument instrument, IReadOnlySet<string> meters)
    {
        if (!meters.Contains(instrument.Meter.Name) || MetricRegistry.Find(instrument.Name) is not { } metric)
        {
            return null;
        }

        var limit = (int)Math.Clamp(metric.SeriesBound, SdkLimit, MaxLimit);
        return instrument is Histogram<double> or Histogram<long>
            ? new ExplicitBucketHistogramConfiguration { CardinalityLimit = limit, Boundaries = [.. metric.Buckets] }
            : new MetricStreamConfiguration { CardinalityLimit = limit };
    }
}
