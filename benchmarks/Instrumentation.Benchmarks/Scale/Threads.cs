using BenchmarkDotNet.Attributes;
using Instrumentation.Metrics;

namespace Instrumentation.Benchmarks.Scale;

/// <summary>One and two threads that record the same series; the time is that of one recording on its thread.</summary>
public class Threads
{
    private const int Recordings = 2_000_000;

    private readonly Counter _counter = MetricRegistry.Counter("threads_events_total", "Events.", new ClosedTag("kind", "a", "b"));
    private readonly DurationHistogram _histogram = MetricRegistry.Duration("threads_seconds", "Durations.", buckets: null, new ClosedTag("kind", "a", "b"));

    private Barrier _turn = new(1);
    private Action _work = static () => { };

    /// <summary>Threads at once.</summary>
    [Params(1, 2)]
    public int Count { get; set; }

    /// <summary>A counter.</summary>
    [Benchmark(Description = "counter", OperationsPerInvoke = Recordings)]
    public void Counter() => Run(() =>
    {
        for (var i = 0; i < Recordings; i++)
        {
            _counter.Add(1, 1);
        }
    });

    /// <summary>A histogram.</summary>
    [Benchmark(Description = "duration histogram", OperationsPerInvoke = Recordings)]
    public void Histogram() => Run(() =>
    {
        for (var i = 0; i < Recordings; i++)
        {
            _histogram.Record(1, i);
        }
    });

    /// <summary>The other threads live as long as the benchmark: what is measured is recording, not starting threads.</summary>
    [GlobalSetup]
    public void Start()
    {
        _turn = new Barrier(Count);
        for (var i = 1; i < Count; i++)
        {
            new Thread(() =>
            {
                while (true)
                {
                    _turn.SignalAndWait();
                    _work();
                    _turn.SignalAndWait();
                }
            })
            { IsBackground = true }.Start();
        }
    }

    private void Run(Action work)
    {
        _work = work;
        _turn.SignalAndWait();
        work();
        _turn.SignalAndWait();
    }
}
