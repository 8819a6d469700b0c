using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Instrumentation.Analyzers.Rules;
using Instrumentation.Generator;
using Instrumentation.GeneratorBenchmarks.Synthetic;

namespace Instrumentation.GeneratorBenchmarks.Driving;

/// <summary>Times all our rules, at warning level, over a program of 100,000 lines and its generated files: the SDK's own compiler, started anew for each run as a build without its server does.</summary>
internal static partial class AnalyzerRun
{
    private const int Runs = 3;

    /// <summary>How the runtime is told how many threads its pool may have, in hexadecimal digits.</summary>
    private const string PoolSize = "DOTNET_ThreadPool_ForceMaxWorkerThreads";

    /// <summary>Processor milliseconds of a compilation, medians: without rules, with one analyzer that looks at each call and does nothing, with all rules; and of each rule.</summary>
    /// <remarks>
    /// <c>/reportanalyzer</c> counts what passes on the clock. The compiler lets its pool grow to several times as many threads as there are cores, and most of that is then the wait for a
    /// core; so the rules are counted twice, as the compiler is started by a build, and with as many threads as cores.
    /// </remarks>
    public static AnalyzerFigures Measure()
    {
        var folder = Directory.CreateTempSubdirectory("analyzers");
        try
        {
            var lines = Write(folder.FullName);
            var (none, empty, all, crowded, alone) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
            var rules = new Dictionary<string, List<double>>(StringComparer.Ordinal);
            for (var run = 1; run <= Runs; run++)
            {
                Console.Error.WriteLine($"  run {run} of {Runs}");
                none.Add(Compile(folder.FullName).Milliseconds);
                empty.Add(Compile(folder.FullName, typeof(EmptyOperationAnalyzer)).Milliseconds);
                var (milliseconds, output) = Compile(folder.FullName, typeof(TagHasNoBoundAnalyzer));
                all.Add(milliseconds);
                crowded.Add(Times(output).Sum(static rule => rule.Milliseconds));
                var bounded = Compile(folder.FullName, typeof(TagHasNoBoundAnalyzer), threads: Environment.ProcessorCount);
                alone.Add(bounded.Milliseconds);
                foreach (var (rule, time) in Times(bounded.Output))
                {
                    (rules.TryGetValue(rule, out var times) ? times : rules[rule] = []).Add(time);
                }
            }

            return new AnalyzerFigures(lines, DriverRuns.Median(none), DriverRuns.Median(empty), DriverRuns.Median(all), DriverRuns.Median(crowded), DriverRuns.Median(alone),
                [.. rules.Select(static rule => (rule.Key, DriverRuns.Median(rule.Value))).OrderByDescending(static rule => rule.Item2)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The lines that the compiler sees: the generated ones are counted after a run that writes them.
    private static int Write(string folder)
    {
        var sources = new List<string>();
        foreach (var file in SyntheticProgram.Large)
        {
            var path = Path.Combine(folder, file.Path.Replace('/', '_'));
            File.WriteAllText(path, file.Text);
            sources.Add(path);
        }

        File.WriteAllText(Path.Combine(folder, "rules.globalconfig"), "is_global = true\ndotnet_analyzer_diagnostic.severity = warning\n");
        File.WriteAllLines(Path.Combine(folder, "program.rsp"),
        [
            "/noconfig", "/nostdlib+", "/target:library", "/optimize+", "/nullable:enable", "/langversion:preview", "/features:InterceptorsNamespaces=Instrumentation.Interceptors", "/reportanalyzer",
            $"/out:\"{Path.Combine(folder, "Synthetic.dll")}\"", $"/analyzerconfig:\"{Path.Combine(folder, "rules.globalconfig")}\"", $"/analyzer:\"{typeof(InstrumentationGenerator).Assembly.Location}\"",
            .. Compiled.References.Select(static path => $"/reference:\"{path}\""),
            .. sources.Select(static path => $"\"{path}\""),
        ]);

        var generated = Directory.CreateDirectory(Path.Combine(folder, "generated"));
        Compile(folder, extra: $"/generatedfilesout:{generated.FullName}");
        return sources.Concat(generated.EnumerateFiles("*.cs", SearchOption.AllDirectories).Select(static file => file.FullName)).Sum(static path => File.ReadLines(path).Count());
    }

    private static (double Milliseconds, string Output) Compile(string folder, Type? analyzer = null, string? extra = null, int? threads = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Compiler());
        start.ArgumentList.Add("@" + Path.Combine(folder, "program.rsp"));
        if (analyzer is not null)
        {
            start.ArgumentList.Add("/analyzer:" + analyzer.Assembly.Location);
        }

        if (extra is not null)
        {
            start.ArgumentList.Add(extra);
        }

        if (threads is { } most)
        {
            start.Environment[PoolSize] = most.ToString("x", CultureInfo.InvariantCulture);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var used = Used(process);
        return process.ExitCode == 0 ? (used.TotalMilliseconds, output.Result) : throw new InvalidOperationException("The synthetic program does not compile: " + output.Result);
    }

    // Nobody knows it once the process is gone, which may be at any moment.
    private static TimeSpan Used(Process process)
    {
        var used = TimeSpan.Zero;
        while (!process.WaitForExit(10))
        {
            try
            {
                used = process.TotalProcessorTime;
            }
            catch (InvalidOperationException)
            {
                process.WaitForExit();
                break;
            }
        }

        return used;
    }

    // The one of the SDK that runs this program.
    private static string Compiler()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        var version = process.StandardOutput.ReadToEnd().Trim();
        return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "sdk", version, "Roslyn", "bincore", "csc.dll"));
    }

    // `   0.123    4      Instrumentation.Analyzers.Rules.TagHasNoBoundAnalyzer (INS2001)`, with `<0.001` for less than a millisecond.
    private static IEnumerable<(string Rule, double Milliseconds)> Times(string output) => Line().Matches(output)
        .Select(static line => (line.Groups["rule"].Value, double.TryParse(line.Groups["time"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds * 1000 : 0));

    [GeneratedRegex(@"^\s+(?<time>\S+)\s+\S+\s+Instrumentation\.Analyzers\.(\w+\.)*(?<rule>\w+) \(", RegexOptions.Multiline)]
    private static partial Regex Line();
}
