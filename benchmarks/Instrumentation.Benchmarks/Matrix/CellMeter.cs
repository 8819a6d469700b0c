using System.Diagnostics;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>
/// Measures cells in one process, one batch of each in turn, so that what the machine does meanwhile meets them all alike; the median of the batches counts.
/// </summary>
internal static class CellMeter
{
    private const int Batches = 60;
    private const int WarmRuns = 20;
    private const int WarmCalls = 250;
    private const int CountedCalls = 10_000;
    private const double BatchNanoseconds = 2_000_000;

    public static IReadOnlyList<Measured> Measure(IReadOnlyList<Cell> cells)
    {
        // The compiler's second tier comes after thirty calls of a method, its loop's as well, and works in the background, with pauses.
        for (var i = 0; i < 4; i++)
        {
            foreach (var cell in cells)
            {
                for (var run = 0; run < WarmRuns; run++)
                {
                    cell.Run(WarmCalls);
                }
            }

            Thread.Sleep(250);
        }

        var sizes = cells.Select(static cell => (int)Math.Max(1, BatchNanoseconds / Nanoseconds(cell, WarmRuns * WarmCalls))).ToArray();
        var times = cells.Select(static _ => new double[Batches]).ToArray();
        for (var batch = 0; batch < Batches; batch++)
        {
            for (var i = 0; i < cells.Count; i++)
            {
                times[i][batch] = Nanoseconds(cells[i], sizes[i]);
            }
        }

        return [.. cells.Select((cell, i) => new Measured(Median(times[i]), Bytes(cell)))];
    }

    private static double Nanoseconds(Cell cell, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        cell.Run(calls);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }

    private static long Bytes(Cell cell)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        cell.Run(CountedCalls);
        return (long)Math.Round((GC.GetAllocatedBytesForCurrentThread() - before) / (double)CountedCalls);
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
