using System.Buffers;
using System.Text;
using Instrumentation.Metrics;
using Instrumentation.Metrics.Cells;

namespace Instrumentation.Exposition;

/// <summary>One family of series as Prometheus text 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/).</summary>
internal static class PrometheusTextFormatter
{
    public static void Write(MetricFamily family, IBufferWriter<byte> output)
    {
        var text = new Utf8TextWriter(output);
        var name = Encoding.UTF8.GetBytes(family.Name);
        text.Write("# HELP "u8);
        text.Write(name);
        text.Write(" "u8);
        text.Write(family.Description.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal));
        text.Write("\n# TYPE "u8);
        text.Write(name);
        text.Write(family.Kind switch
        {
            MetricKind.Counter => " counter\n"u8,
            MetricKind.Histogram => " histogram\n"u8,
            _ => " gauge\n"u8,
        });
        foreach (var series in family.Read())
        {
            switch (series.Cell)
            {
                case CounterCell counter:
                    Sample(text, name, ""u8, series.Labels);
                    text.Write(counter.Sum);
                    text.Write("\n"u8);
                    break;
                case GaugeCell { Value: var value } when !double.IsNaN(value):
                    Sample(text, name, ""u8, series.Labels);
                    text.Write(value);
                    text.Write("\n"u8);
                    break;
                case HistogramCell histogram:
                    Write(histogram, family.Bounds, text, name, series.Labels);
                    break;
            }
        }
    }

    private static void Write(HistogramCell cell, double[] bounds, Utf8TextWriter text, byte[] name, byte[] labels)
    {
        // The sum is read before the buckets: a recording in between may then be in the count and not in the sum, never the other way round.
        var sum = cell.Sum;
        var counts = cell.Counts;
        var total = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            total += Volatile.Read(in counts[i]);
            text.Write(name);
            text.Write("_bucket{"u8);
            text.Write(labels);
            text.Write(labels.Length == 0 ? "le=\""u8 : ",le=\""u8);
            text.Write(i < bounds.Length ? bounds[i] : double.PositiveInfinity);
            text.Write("\"} "u8);
            text.Write(total);
            text.Write("\n"u8);
        }

        Sample(text, name, "_sum"u8, labels);
        text.Write(sum);
        text.Write("\n"u8);
        Sample(text, name, "_count"u8, labels);
        text.Write(total);
        text.Write("\n"u8);
    }

    private static void Sample(Utf8TextWriter text, byte[] name, ReadOnlySpan<byte> suffix, byte[] labels)
    {
        text.Write(name);
        text.Write(suffix);
        if (labels.Length > 0)
        {
            text.Write("{"u8);
            text.Write(labels);
            text.Write("}"u8);
        }

        text.Write(" "u8);
    }
}
