using Instrumentation.Analyzers.Rules.Hygiene;
using Instrumentation.Analyzers.Tests.Infrastructure;

namespace Instrumentation.Analyzers.Tests.Rules;

/// <summary>What the corpus cannot say in a few lines; the rest is in <c>Corpus/Programs/INS4001.txt</c>.</summary>
public sealed class InstrumentIsNeverUsedAnalyzerTests
{
    // Forty levels of two methods that each call both of the next: more ways than anybody can walk one by one.
    [Theory]
    [InlineData("[|s_hits|]", "")]
    [InlineData("s_hits", "public static void Start() => L0A();")]
    public Task ManyWaysToOneCall_AreJudged(string field, string caller)
    {
        var levels = string.Join('\n', Enumerable.Range(0, 40).SelectMany(static level => new[] { 'A', 'B' }.Select(name => $"private static void L{level}{name}() {{ L{level + 1}A(); L{level + 1}B(); }}")));
        return RuleHarness.VerifyAsync<InstrumentIsNeverUsedAnalyzer>($$"""
            using System.Diagnostics.Metrics;
            public static class Hits
            {
                private static readonly Counter<long> {{field}} = new Meter("m").CreateCounter<long>("hits");
                {{caller}}
                {{levels}}
                private static void L40A() => s_hits.Add(1);
                private static void L40B() { }
            }
            """);
    }
}
