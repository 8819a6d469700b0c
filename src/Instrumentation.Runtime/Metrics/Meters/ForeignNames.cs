using System.Collections;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Instrumentation.Metrics.Meters;

/// <summary>
/// How instruments of other meters are shown: the rules of OpenTelemetry's Prometheus exporters
/// (https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/).
/// </summary>
internal static class ForeignNames
{
    /// <summary>The OpenTelemetry SDK's buckets for histograms that advise none.</summary>
    private static readonly double[] s_defaultBounds = [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000];

    /// <summary>And for those among them that measure seconds.</summary>
    private static readonly double[] s_secondsBounds = [.005, .01, .025, .05, .075, .1, .25, .5, .75, 1, 2.5, 5, 7.5, 10];

    /// <summary>How the instrument's measurements add up; null for a kind that .NET 10 does not know.</summary>
    public static ForeignKind? KindOf(System.Diagnostics.Metrics.Instrument instrument) =>
        !instrument.GetType().IsGenericType ? null
        : instrument.GetType().GetGenericTypeDefinition() is var type && type == typeof(Counter<>) ? ForeignKind.Counter
        : type == typeof(UpDownCounter<>) ? ForeignKind.UpDownCounter
        : type == typeof(Histogram<>) ? ForeignKind.Histogram
        : type == typeof(Gauge<>) ? ForeignKind.Gauge
        : instrument.IsObservable ? ForeignKind.Observed
        : null;

    /// <summary>The family that an instrument belongs to.</summary>
    public static MetricFamily Family(System.Diagnostics.Metrics.Instrument instrument, ForeignKind kind)
    {
        var isCounter = kind == ForeignKind.Counter || (kind == ForeignKind.Observed && instrument.GetType().GetGenericTypeDefinition() == typeof(ObservableCounter<>));
        var isSum = kind == ForeignKind.UpDownCounter || (kind == ForeignKind.Observed && instrument.GetType().GetGenericTypeDefinition() == typeof(ObservableUpDownCounter<>));
        var metric = isCounter ? MetricKind.Counter : kind == ForeignKind.Histogram ? MetricKind.Histogram : MetricKind.Gauge;
        var unit = PrometheusUnits.Word(instrument.Unit);
        var name = PrometheusNames.Translate(instrument.Name, unit, metric, isRatio: instrument.Unit == "1" && !isSum);
        var description = string.IsNullOrEmpty(instrument.Description) ? $"{instrument.Name} of {instrument.Meter.Name}" : instrument.Description;
        return new MetricFamily(name, metric, description, unit.Length == 0 ? null : unit, kind == ForeignKind.Histogram ? Bounds(instrument, unit) : []);
    }

    /// <summary>Name, version and tags of the meter, on each of its series.</summary>
    public static (string Name, string Value)[] Scope(Meter meter)
    {
        List<(string, string)> scope = [("otel_scope_name", meter.Name)];
        if (!string.IsNullOrEmpty(meter.Version))
        {
            scope.Add(("otel_scope_version", meter.Version));
        }

        scope.AddRange(Labels(meter.Tags ?? []).Select(static tag => ("otel_scope_" + tag.Name, tag.Value)));
        return [.. scope];
    }

    /// <summary>Tags as texts.</summary>
    public static IEnumerable<(string Name, string Value)> Labels(IEnumerable<KeyValuePair<string, object?>> tags) => tags.Select(static tag => (tag.Key, Text(tag.Value)));

    // As OpenTelemetry writes attributes: true and false in small letters, lists in brackets.
    private static string Text(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        bool truth => truth ? "true" : "false",
        IEnumerable list => $"[{string.Join(',', list.Cast<object?>().Select(static item => item is string text ? $"\"{text}\"" : Text(item)))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    private static double[] Bounds(System.Diagnostics.Metrics.Instrument instrument, string unit)
    {
        var advised = instrument switch
        {
            Histogram<double> histogram => histogram.Advice?.HistogramBucketBoundaries,
            Histogram<float> histogram => histogram.Advice?.HistogramBucketBoundaries?.Select(static bound => (double)bound),
            Histogram<long> histogram => histogram.Advice?.HistogramBucketBoundaries?.Select(static bound => (double)bound),
            Histogram<int> histogram => histogram.Advice?.HistogramBucketBoundaries?.Select(static bound => (double)bound),
            Histogram<short> histogram => histogram.Advice?.HistogramBucketBoundaries?.Select(static bound => (double)bound),
            Histogram<byte> histogram => histogram.Advice?.HistogramBucketBoundaries?.Select(static bound => (double)bound),
            Histogram<decimal> histogram => histogram.Advice?.HistogramBucketBoundaries?.Select(static bound => (double)bound),
            _ => null,
        };
        return Buckets.Clean(advised ?? (unit == "seconds" ? s_secondsBounds : s_defaultBounds));
    }
}
