using Instrumentation.Generator;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.GeneratorBenchmarks.Driving;

/// <summary>What stays in memory while somebody types: live bytes after a full collection, with one driver and the newest program held.</summary>
internal static class MemoryRun
{
    public const int Edits = 200;
    private const int Every = 25;

    public static IReadOnlyList<(int Edit, double Megabytes)> Measure()
    {
        var program = Compiled.Program();
        var driver = Compiled.Driver(new InstrumentationGenerator()).RunGenerators(program);
        var live = new List<(int, double)>();
        var edited = program;
        for (var version = 1; version <= Edits; version++)
        {
            // The kinds of edits in turn, so that each memo sees each.
            edited = Driving.Edit.All[version % Driving.Edit.All.Count].Apply(program, version);
            driver = driver.RunGenerators(edited);
            if (version % Every == 0)
            {
                live.Add((version, Live()));
            }
        }

        GC.KeepAlive(driver);
        GC.KeepAlive(edited);
        return live;
    }

    private static double Live()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true) / 1e6;
    }
}
