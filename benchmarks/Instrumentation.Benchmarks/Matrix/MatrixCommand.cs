using System.Diagnostics;
using System.Globalization;
using Instrumentation.Benchmarks.FirstTable;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>
/// Measures every shape with every number of tags, whoever listens, ours and by hand. Each listener and side has a process of its own, because what listens once listens for good.
/// </summary>
internal static class MatrixCommand
{
    public const string Name = "matrix";

    private const string Plain = "plain";
    private const string Ours = "ours";
    private const string ByHand = "by hand";

    /// <summary>Runs the command: without more arguments all of it, with listeners these; a child is given its side, too.</summary>
    public static int Run(string[] args)
    {
        if (args is [var side and (Plain or Ours or ByHand), var listener])
        {
            return Child(side, listener);
        }

        var plain = Measure(Plain, Listener.Nobody);
        foreach (var chosen in args.Length == 0 ? Listener.All : args)
        {
            var (ours, byHand) = (Measure(Ours, chosen), Measure(ByHand, chosen));
            MatrixTable.Write(Console.Out, chosen, ours, byHand, plain);
        }

        return 0;
    }

    private static int Child(string side, string listener)
    {
        var drive = new Driver();
        var cells = (side switch { Plain => PlainCells.All(drive), Ours => OurCells.All(drive), _ => HandCells.All(drive) }).ToList();
        using var attached = side == ByHand ? Listener.AttachByHand(listener) : Listener.Attach(listener);
        var measured = CellMeter.Measure(cells);
        Check(side, listener, measured);
        for (var i = 0; i < cells.Count; i++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cells[i].Shape};{cells[i].Tags};{measured[i].Nanoseconds};{measured[i].Bytes}"));
        }

        return 0;
    }

    // A call that nothing recorded would be the fastest of all.
    private static void Check(string side, string listener, IReadOnlyList<Measured> measured)
    {
        var isRecorded = listener switch
        {
            Listener.Nobody => measured[0].Bytes == 0,
            Listener.SampledOut or Listener.Recorded => measured.All(static cell => cell.Bytes > 0),
            _ => side == ByHand || PrometheusText.ReadAsync().GetAwaiter().GetResult().Split('\n').Any(static line => line.StartsWith("matrix_sync_3_total{", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal)),
        };
        if (!isRecorded)
        {
            throw new InvalidOperationException("The calls were not recorded as they were to be.");
        }
    }

    private static Dictionary<(string Shape, int Tags), Measured> Measure(string side, string listener)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Name, side, listener]) { RedirectStandardOutput = true })!;
        var lines = child.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        child.WaitForExit();
        return child.ExitCode == 0
            ? lines.Select(static line => line.Split(';')).ToDictionary(static cell => (cell[0], int.Parse(cell[1], CultureInfo.InvariantCulture)), static cell => new Measured(double.Parse(cell[2], CultureInfo.InvariantCulture), long.Parse(cell[3], CultureInfo.InvariantCulture)))
            : throw new InvalidOperationException($"The process that measures '{side}' with '{listener}' listening ended with {child.ExitCode}.");
    }
}
