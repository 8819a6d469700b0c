using System.Buffers;
using Instrumentation.Metrics;
using Instrumentation.Metrics.Cells;

namespace Instrumentation.Exposition;

/// <summary>Writes the series of a family. Nothing is allocated and nothing waited for.</summary>
internal readonly struct FamilyFormatter(MetricFamily family, ExpositionFormat format)
{
    private readonly FamilyText _text = family.Text;
    private readonly bool _isOpenMetrics = format == ExpositionFormat.OpenMetrics;

    /// <summary>Writes as many series as come to about the given size.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="series">All series of the family.</param>
    /// <param name="first">The first one to write; before it comes the header.</param>
    /// <param name="size">Enough, in bytes.</param>
    /// <returns>The first one not written.</returns>
    public int Write(IBufferWriter<byte> output, Series[] series, int first, int size)
    {
        var writer = new Utf8TextWriter(output);
        if (first == 0)
        {
            writer.Write(_text.Header(format));
        }

        var written = 0;
        for (; first < series.Length && written < size; first++)
        {
            written += Write(ref writer, series[first]);
        }

        writer.Flush();
        return first;
    }

    private int Write(ref Utf8TextWriter writer, Series series)
    {
        var length = series.Labels.Length + _text.Name.Length;
        switch (series.Cell)
        {
            case HistogramCell histogram:
                Write(ref writer, histogram, series);
                return length * (histogram.BucketCount + 2);
            case CounterCell counter:
                Write(ref writer, counter, series);
                return length;
            case GaugeCell { Value: var value } when !double.IsNaN(value):
                Write(ref writer, value, series);
                return length;
            case ObservedCell { Value: var value } when !double.IsNaN(value):
                Write(ref writer, value, series);
                return length;
            default:
                return 0;
        }
    }

    private void Write(ref Utf8TextWriter writer, double value, Series series)
    {
        Sample(ref writer, _text.Name, ""u8, series.Labels);
        writer.Write(value);
        writer.Write("\n"u8);
    }

    private void Write(ref Utf8TextWriter writer, CounterCell cell, Series series)
    {
        Sample(ref writer, _text.Name, ""u8, series.Labels);
        var (whole, fractional) = (cell.WholeSum, cell.FractionalPart);
        if (fractional == 0)
        {
            writer.Write(whole);
        }
        else
        {
            writer.Write(whole + fractional);
        }

        if (_isOpenMetrics && _text.IsOpenMetricsCounter)
        {
            Exemplar(ref writer, cell, place: 0);
            writer.Write("\n"u8);
            Created(ref writer, series);
        }
        else
        {
            writer.Write("\n"u8);
        }
    }

    private void Write(ref Utf8TextWriter writer, HistogramCell cell, Series series)
    {
        // The sum is read before the buckets: a recording in between may then be in the count and not in the sum, never the other way round.
        var sum = cell.Total;
        var bounds = _text.Bounds(format);
        var total = 0L;
        for (var i = 0; i < bounds.Length; i++)
        {
            total += cell.CountOf(i);
            writer.Write(_text.Name);
            writer.Write("_bucket{"u8);
            writer.Write(series.Labels);
            writer.Write(series.Labels.Length == 0 ? ""u8 : ","u8);
            writer.Write(bounds[i]);
            writer.Write(total);
            if (_isOpenMetrics)
            {
                Exemplar(ref writer, cell, i);
            }

            writer.Write("\n"u8);
        }

        // Buckets of negative values make the sum something that falls, which OpenMetrics forbids.
        if (!_isOpenMetrics || family.Bounds is not [< 0, ..])
        {
            Sample(ref writer, _text.Name, "_sum"u8, series.Labels);
            writer.Write(sum);
            writer.Write("\n"u8);
        }

        Sample(ref writer, _text.Name, "_count"u8, series.Labels);
        writer.Write(bounds.Length == 0 ? cell.CountOf(0) : total);
        writer.Write("\n"u8);
        if (_isOpenMetrics)
        {
            Created(ref writer, series);
        }
    }

    private void Created(ref Utf8TextWriter writer, Series series)
    {
        Sample(ref writer, _text.BaseName, "_created"u8, series.Labels);
        writer.WriteSeconds(series.Created);
        writer.Write("\n"u8);
    }

    // ... # {trace_id="0af7651916cd43dd8448eb211c80319c",span_id="00f067aa0ba902b7"} 0.067 1520879607.789
    private static void Exemplar(ref Utf8TextWriter writer, StripedCell cell, int place)
    {
        if (!cell.TryReadExemplar(place, out var exemplar))
        {
            return;
        }

        writer.Write(" # {trace_id=\""u8);
        writer.WriteAscii(exemplar.TraceId);
        writer.Write("\",span_id=\""u8);
        writer.WriteAscii(exemplar.SpanId);
        writer.Write("\"} "u8);
        writer.Write(exemplar.Value);
        writer.Write(" "u8);
        writer.WriteSeconds((exemplar.Timestamp - DateTime.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerSecond);
    }

    private static void Sample(ref Utf8TextWriter writer, byte[] name, ReadOnlySpan<byte> suffix, byte[] labels)
    {
        writer.Write(name);
        writer.Write(suffix);
        if (labels.Length > 0)
        {
            writer.Write("{"u8);
            writer.Write(labels);
            writer.Write("}"u8);
        }

        writer.Write(" "u8);
    }
}
