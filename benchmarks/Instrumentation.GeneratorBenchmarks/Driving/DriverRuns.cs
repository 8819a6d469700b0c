using System.Diagnostics;
using Instrumentation.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.GeneratorBenchmarks.Driving;

/// <summary>Times the generator driver in this process.</summary>
internal static class DriverRuns
{
    // The compiler comes from its package as IL: until the just-in-time compiler is done with it, its work is most of what is measured.
    private const int WarmUps = 12;
    private const int FullRuns = 9;
    private const int WarmUpEdits = 50;
    private const int Edits = 25;

    /// <summary>Milliseconds of the first run in the process and of those after the warm-up, median and least, each on a compilation of its own that nobody has bound; and the processor's.</summary>
    public static FullFigures Full(Func<IIncrementalGenerator> generator)
    {
        var runs = Enumerable.Range(0, 1 + WarmUps + FullRuns).Select(_ => Time(Compiled.Driver(generator()), Compiled.Program())).ToList();
        var warm = runs.Skip(1 + WarmUps).ToList();
        return new FullFigures(
            runs[0].Milliseconds,
            Median([.. warm.Select(static run => run.Milliseconds)]),
            warm.Min(static run => run.Milliseconds),
            Median([.. warm.Select(static run => run.Processor)]),
            warm.Min(static run => run.Processor));
    }

    /// <summary>Milliseconds of the run after an edit: the median of many after the warm-up, each the next version of the one before.</summary>
    public static double AfterEdit(IIncrementalGenerator generator, CSharpCompilation program, Edit edit)
    {
        var driver = Compiled.Driver(generator).RunGenerators(program);
        var times = new List<double>();
        for (var version = 1; version <= WarmUpEdits + Edits; version++)
        {
            var edited = edit.Apply(program, version);
            var started = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(edited);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return Median(times[WarmUpEdits..]);
    }

    /// <summary>What an edit made the pipeline do: files that were parsed anew into something else, and files that were written.</summary>
    public static (int Changed, int Emitted) Steps(IIncrementalGenerator generator, CSharpCompilation program, Edit edit)
    {
        var driver = Compiled.Driver(generator, track: true).RunGenerators(program).RunGenerators(edit.Apply(program, 1));
        var result = driver.GetRunResult().Results[0];
        return (Count(result.TrackedSteps.Where(static step => StepNames.All.Contains(step.Key)).SelectMany(static step => step.Value)), Count(result.TrackedOutputSteps.SelectMany(static step => step.Value)));

        static int Count(IEnumerable<IncrementalGeneratorRunStep> steps) =>
            steps.SelectMany(static step => step.Outputs).Count(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
    }

    private static (double Milliseconds, double Processor) Time(GeneratorDriver driver, CSharpCompilation program)
    {
        GC.Collect();
        var used = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        driver.RunGenerators(program);
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
    }

    public static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
