using System.Globalization;
using System.Text;
using Instrumentation.Generator;
using Instrumentation.GeneratorBenchmarks.Building;
using Instrumentation.GeneratorBenchmarks.Driving;
using Instrumentation.GeneratorBenchmarks.Synthetic;

namespace Instrumentation.GeneratorBenchmarks.Reporting;

/// <summary>Measures and writes the tables.</summary>
internal sealed class Report
{
    private readonly StringBuilder _text = new();

    public bool IsEmpty => _text.Length == 0;

    public override string ToString() => _text.ToString();

    public void Full()
    {
        var full = DriverRuns.Full(static () => new InstrumentationGenerator());
        Line($"| full run, {SyntheticProgram.Methods:N0} annotated methods, {SyntheticProgram.Calls:N0} calls | ms |");
        Line($"|---|---:|");
        Line($"| first in the process, most of it the just-in-time compiler's | {full.First:0} |");
        Line($"| warm: median, least | {full.Median:0}, {full.Least:0} |");
        Line($"| processor time of the warm ones: median, least | {full.ProcessorMedian:0}, {full.ProcessorLeast:0} |");
    }

    public void Edits()
    {
        var program = Compiled.Program();
        Line($"");
        Line($"| run after an edit of | ours, ms | empty, ms | by attribute, empty, ms | ours per annotated method, µs | models changed | files written |");
        Line($"|---|---:|---:|---:|---:|---:|---:|");
        foreach (var edit in Edit.All)
        {
            var ours = DriverRuns.AfterEdit(new InstrumentationGenerator(), program, edit);
            var empty = DriverRuns.AfterEdit(new EmptyGenerator(), program, edit);
            var byAttribute = DriverRuns.AfterEdit(new AttributeGenerator(), program, edit);
            var (changed, emitted) = DriverRuns.Steps(new InstrumentationGenerator(), program, edit);
            Line($"| {edit.Name} | {ours:0.0} | {empty:0.0} | {byAttribute:0.0} | {ours * 1000 / SyntheticProgram.Methods:0.0} | {changed} | {emitted} |");
        }
    }

    public void Memory()
    {
        var live = MemoryRun.Measure();
        Line($"");
        Line($"| edits | {string.Join(" | ", live.Select(static at => at.Edit))} |");
        Line($"|---|{string.Concat(live.Select(static _ => "---:|"))}");
        Line($"| live memory, MB | {string.Join(" | ", live.Select(static at => at.Megabytes.ToString("0.0", CultureInfo.InvariantCulture)))} |");
    }

    public void Analyzers()
    {
        var figures = AnalyzerRun.Measure();
        Line($"| a compilation of {figures.Lines:N0} lines, processor time | ms | |");
        Line($"|---|---:|---:|");
        Line($"| with the generator and no rule | {figures.None:0} | |");
        Line($"| with an analyzer as well that is called for each call and does nothing | {figures.Empty:0} | |");
        Line($"| with all rules, at warning level | {figures.All:0} | ×{figures.All / figures.Empty:0.00} of the empty one |");
        Line($"| inside the rules, as `/reportanalyzer` counts it | {figures.Crowded:0} | {figures.Crowded / figures.All:0.0%} of the compilation |");
        Line($"| the same, where the compiler has no more threads than cores | {figures.Sum:0} | {figures.Sum / figures.Alone:0.0%} of a compilation of {figures.Alone:0} ms; below, its rules |");
        foreach (var (rule, milliseconds) in figures.Rules)
        {
            Line($"| {rule} | {milliseconds:0} | |");
        }
    }

    public void Build()
    {
        Build("each file calls a hundred methods once", SyntheticProgram.Files);
        Build("each file calls ten methods ten times", SyntheticProgram.Repeated);
    }

    private void Build(string calls, IReadOnlyList<SourceFile> program)
    {
        var build = BuildRuns.Measure(program);
        Line($"");
        Line($"| `dotnet build --no-incremental`, {calls} | without | with | |");
        Line($"|---|---:|---:|---:|");
        Line($"| seconds, median of interleaved pairs | {build.SecondsWithout:0.00} | {build.SecondsWith:0.00} | +{build.SecondsWith - build.SecondsWithout:0.00} s, {(build.SecondsWith / build.SecondsWithout) - 1:+0.0%;-0.0%} |");
        Line($"| assembly, bytes | {build.BytesWithout:N0} | {build.BytesWith:N0} | ×{(double)build.BytesWith / build.BytesWithout:0.00} |");
    }

    private void Line(FormattableString line)
    {
        var text = line.ToString(CultureInfo.InvariantCulture);
        Console.WriteLine(text);
        _text.Append(text).Append('\n');
    }
}
