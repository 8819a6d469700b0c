namespace Instrumentation.GeneratorBenchmarks.Driving;

/// <summary>What the rules cost.</summary>
/// <param name="Lines">Lines of the program, the generated ones included.</param>
/// <param name="None">Processor milliseconds of a compilation with the generator and no rule.</param>
/// <param name="Empty">With one that looks at each operation and does nothing.</param>
/// <param name="All">With all rules.</param>
/// <param name="Rules">Milliseconds in each rule, as <c>/reportanalyzer</c> counts them.</param>
internal sealed record AnalyzerFigures(int Lines, double None, double Empty, double All, IReadOnlyList<(string Rule, double Milliseconds)> Rules)
{
    public double Sum => Rules.Sum(static rule => rule.Milliseconds);
}
