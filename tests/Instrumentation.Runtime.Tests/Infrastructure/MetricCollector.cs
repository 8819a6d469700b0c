using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Instrumentation.Runtime.Tests.Infrastructure;

/// <summary>A reader of the OpenTelemetry SDK that adds up what it is given: a delta reader's numbers are added to those before, a cumulative one's replace them.</summary>
internal sealed class MetricCollector : BaseExporter<Metric>
{
    private readonly Dictionary<(string Metric, string Kind), double> _sums = [];
    private readonly Dictionary<(string Metric, string Kind), double[]> _buckets = [];

    public MetricCollector(MetricReaderTemporalityPreference temporality) =>
        Reader = new BaseExportingMetricReader(this) { TemporalityPreference = temporality };

    public MetricReader Reader { get; }

    public double Sum(string metric, string kind) => _sums[(metric, kind)];

    public IEnumerable<double> Buckets(string metric, string kind) => _buckets[(metric, kind)];

    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                var key = (metric.Name, Kind(point));
                var isDelta = metric.Temporality == AggregationTemporality.Delta;
                var isHistogram = metric.MetricType == MetricType.Histogram;
                var sum = isHistogram ? point.GetHistogramSum() : metric.MetricType is MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic ? point.GetSumDouble() : 0;
                _sums[key] = sum + (isDelta ? _sums.GetValueOrDefault(key) : 0);
                if (isHistogram)
                {
                    var counts = new List<double>();
                    foreach (var bucket in point.GetHistogramBuckets())
                    {
                        counts.Add(bucket.BucketCount);
                    }

                    _buckets[key] = isDelta && _buckets.TryGetValue(key, out var before) ? [.. counts.Zip(before, static (now, then) => now + then)] : [.. counts];
                }
            }
        }

        return ExportResult.Success;
    }

    private static string Kind(in MetricPoint point)
    {
        foreach (var (name, value) in point.Tags)
        {
            if (name == "kind")
            {
                return (string)value!;
            }
        }

        return "";
    }
}
