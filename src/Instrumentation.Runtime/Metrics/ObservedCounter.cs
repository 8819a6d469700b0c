using Instrumentation.Diagnostics;
using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics;

/// <summary>A sum that somebody else keeps, such as the operating system; it is read when the series are, and at no other time.</summary>
public sealed class ObservedCounter : Instrument
{
    private readonly Lock _gate = new();
    private readonly SeriesTable<CounterCell> _series;
    private readonly Func<long, double> _read;
    private readonly double[] _seen;

    internal ObservedCounter(MetricFamily family, Func<long, double> read, TagDimension[] tags)
        : base(family, tags)
    {
        _series = new SeriesTable<CounterCell>(this, IndexBound);
        _read = read;
        _seen = new double[IndexBound];
        family.ReadFirst(Read);
    }

    // What has come since the last reading is added: a sum that falls, as one that starts anew does, is taken from where it is then.
    private void Read()
    {
        lock (_gate)
        {
            for (var i = 0; i < _seen.Length; i++)
            {
                try
                {
                    var sum = _read(i);
                    if (double.IsFinite(sum))
                    {
                        _series[i].Add(Math.Max(0, sum - _seen[i]));
                        _seen[i] = sum;
                    }
                }
#pragma warning disable CA1031 // Whoever keeps the sum may throw anything, and a scrape must not fail for it.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    SelfMetrics.Failed("observe", exception);
                }
            }
        }
    }
}
