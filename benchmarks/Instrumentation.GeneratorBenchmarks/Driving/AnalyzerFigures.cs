namespace Instrumentation.GeneratorBenchmarks.Driving;

/// <summary>What the rules cost.</summary>
/// <param name="Lines">Lines of the program, the generated ones included.</param>
/// <param name="None">Processor milliseconds of a compilation with the generator and no rule.</param>
/// <param name="Empty">With one that looks at each operation and does nothing.</param>
/// <param name="All">With all rules.</param>
/// <param name="Crowded">Milliseconds in all rules, as <c>/reportanalyzer</c> counts them beside all that the compiler's pool has running.</param>
/// <param name="Alone">Processor milliseconds with all rules, where the pool has no more threads than there are cores.</param>
/// <param name="Rules">Milliseconds in each rule, as <c>/reportanalyzer</c> counts them there.</param>
internal sealed record AnalyzerFigures(int Lines, double None, double Empty, double All, double Crowded, double Alone, IReadOnlyList<(string Rule, double Milliseconds)> Rules)
{
    public double Sum => Rules.Sum(static rule => rule.Milliseconds);
}
