using Instrumentation.Benchmarks.FirstTable;
using Instrumentation.Benchmarks.Matrix;
using Instrumentation.Benchmarks.Quotes;
using Instrumentation.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.Benchmarks.Weaves;

/// <summary>
/// An <c>async Task&lt;int&gt;</c> method that suspends and is resumed inline, recorded by each weave while <c>/metrics</c> is read. All in one process, a batch of each in turn: what they differ by is
/// less than what a machine does from one minute to the next.
/// </summary>
internal static class WeavesCommand
{
    public const string Name = "weaves";

    public static int Run()
    {
        MetricRegistry.StartCollecting();
        var cells = Cells(new Driver()).ToList();
        var measured = CellMeter.Measure(cells);
        CheckRecorded();
        Console.WriteLine("| ns / bytes per call | pending task | above the plain call |");
        Console.WriteLine("|---|---:|---:|");
        for (var i = 0; i < cells.Count; i++)
        {
            var above = new Measured(measured[i].Nanoseconds - measured[0].Nanoseconds, measured[i].Bytes - measured[0].Bytes);
            Console.WriteLine($"| {cells[i].Shape} | {measured[i]} | {(i == 0 ? string.Empty : above)} |");
        }

        return 0;
    }

    private static IEnumerable<Cell> Cells(Driver drive)
    {
        var plain = new PlainQuotes(drive.Gate);
        var timed = new TimedQuotes(drive.Gate);
        var annotated = new AnnotatedQuotes(drive.Gate);
        var aspect = new AspectQuotes(drive.Gate);
        var woven = new WovenQuotes(drive.Gate);
        var served = new ServiceCollection().AddSingleton<IServedQuotes>(_ => new ServedQuotes(drive.Gate)).AddInstrumentation().BuildServiceProvider().GetRequiredService<IServedQuotes>();
        yield return new("plain call", 3, drive.TaskPending(o => plain.QuoteAsync(o.Origin, o.Cached, o.Format)));
        yield return new("two clock reads", 3, drive.TaskPending(o => timed.QuoteAsync(o.Origin, o.Cached, o.Format)));
        yield return new("in place, timing only", 3, drive.TaskPending(o => woven.TimedAsync(o.Origin, o.Cached, o.Format)));
        yield return new("in place, everything on", 3, drive.TaskPending(o => woven.InPlaceAsync(o.Origin, o.Cached, o.Format)));
        yield return new("definition over in place, everything on", 3, drive.TaskPending(o => woven.BothAsync(o.Origin, o.Cached, o.Format)));
        yield return new("definition, everything on", 3, drive.TaskPending(o => woven.DefinedAsync(o.Origin, o.Cached, o.Format)));
        yield return new("call site, everything on", 3, drive.TaskPending(o => annotated.QuoteAsync(o.Origin, o.Cached, o.Format)));
        yield return new("decorator, everything on", 3, drive.TaskPending(o => served.QuoteAsync(o.Origin, o.Cached, o.Format)));
        yield return new("async wrapper by hand, timing only", 3, drive.TaskPending(o => woven.WrappedAsync(o.Origin, o.Cached, o.Format)));
        yield return new("AspectInjector, timing only", 3, drive.TaskPending(o => aspect.QuoteAsync((int)o.Origin)));
    }

    // A call that was not recorded would be the fastest of all.
    private static void CheckRecorded()
    {
        var counts = PrometheusText.ReadAsync().GetAwaiter().GetResult().Split('\n').Where(static line => line.Contains("_seconds_count", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal)).ToList();
        foreach (var metric in (string[])["woven_timed", "woven_in_place", "woven_both", "woven_definition", "served_quotes"])
        {
            if (!counts.Exists(line => line.StartsWith(metric, StringComparison.Ordinal) && !line.Contains("unknown", StringComparison.Ordinal)))
            {
                throw new InvalidOperationException($"Nothing was recorded of {metric}, or without its tags.");
            }
        }
    }
}
