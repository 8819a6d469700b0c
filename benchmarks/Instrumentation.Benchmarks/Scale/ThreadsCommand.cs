using System.Diagnostics;
using System.Globalization;
using Instrumentation.Metrics;

namespace Instrumentation.Benchmarks.Scale;

/// <summary>
/// One and two threads that record the same series; the time is that of one recording on its thread. Slices of a few milliseconds, with one and with two threads in turn; the lower
/// quartile counts, because a second thread that has to wait for a processor says nothing of recording.
/// </summary>
internal sealed class ThreadsCommand
{
    public const string Name = "threads";

    private const int Recordings = 400_000;
    private const int WarmSlices = 40;
    private const int Slices = 150;

    private readonly Counter _counter = MetricRegistry.Counter("threads_events_total", "Events.", new ClosedTag("kind", "a", "b"));
    private readonly DurationHistogram _histogram = MetricRegistry.Duration("threads_seconds", "Durations.", buckets: null, new ClosedTag("kind", "a", "b"));
    private readonly Barrier _turn;
    private Action? _work = static () => { };
    private double _second;

    private ThreadsCommand(Barrier turn) => _turn = turn;

    public static int Run()
    {
        using var turn = new Barrier(2);
        var command = new ThreadsCommand(turn);
        var second = new Thread(command.Second);
        second.Start();
        Console.WriteLine("| ns a recording | one thread | two threads | ratio |");
        Console.WriteLine("|---|---:|---:|---:|");
        command.Measure("counter", command.Count);
        command.Measure("duration histogram", command.Record);
        command._work = null;
        turn.SignalAndWait();
        second.Join();
        return 0;
    }

    private void Count()
    {
        for (var i = 0; i < Recordings; i++)
        {
            _counter.Add(1, 1);
        }
    }

    private void Record()
    {
        for (var i = 0; i < Recordings; i++)
        {
            _histogram.Record(1, i);
        }
    }

    private void Measure(string name, Action work)
    {
        _work = work;
        for (var i = 0; i < WarmSlices; i++)
        {
            _ = (Slice(work), Both());
        }

        var (one, two) = (new double[Slices], new double[Slices]);
        for (var i = 0; i < Slices; i++)
        {
            (one[i], two[i]) = (Slice(work), Both());
        }

        var (alone, together) = (LowerQuartile(one), LowerQuartile(two));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {alone:0.0} | {together:0.0} | {together / alone:0.00} |"));
    }

    private double Both()
    {
        _turn.SignalAndWait();
        var first = Slice(_work!);
        _turn.SignalAndWait();
        return Math.Max(first, _second);
    }

    // Lives as long as the process: what is measured is recording, not starting threads.
    private void Second()
    {
        for (_turn.SignalAndWait(); _work is { } work; _turn.SignalAndWait())
        {
            _second = Slice(work);
            _turn.SignalAndWait();
        }
    }

    private static double Slice(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Recordings;
    }

    private static double LowerQuartile(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 4];
    }
}
