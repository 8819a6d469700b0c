using Instrumentation.Analyzers.Rules.Hygiene;
using Instrumentation.Analyzers.Tests.Infrastructure;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class InstrumentsDisagreeAnalyzerTests
{
    /// <summary>Also where the two agree: each shows the family as its own.</summary>
    [Theory]
    [InlineData("CreateCounter<long>(\"jobs\")")]
    [InlineData("CreateCounter<long>(\"jobs.total\")")]
    [InlineData("CreateHistogram<long>(\"jobs_total\")")]
    public async Task Instrument_ThatIsAMetricOfOurs_IsTwo(string made)
    {
        var found = await RuleHarness.VerifyGeneratedAsync<InstrumentsDisagreeAnalyzer>($$"""
            using System.Diagnostics.Metrics;
            public static partial class Jobs
            {
                private static readonly Meter s_meter = new("jobs");
                public static readonly object Made = s_meter.{{made.Replace("(", "([|", StringComparison.Ordinal).Replace(")", "|])", StringComparison.Ordinal)}};

                [MetricCounter("jobs_total")]
                public static partial void Count();
            }
            """);

        Assert.Contains("is made by hand here, but declared as a counter by an attribute in the assembly ", found[0].GetMessage(), StringComparison.Ordinal);
        Assert.EndsWith("; record that one, or give one of them another name", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CreateHistogram<long>(\"jobs\")")]
    [InlineData("CreateCounter<long>(\"jobs\", \"s\")")]
    [InlineData("CreateCounter<long>(\"jobs_\")")]
    [InlineData("CreateCounter<long>(\"job\")")]
    public async Task Instrument_ThatIsShownUnderAnotherName_IsSilent(string made) => await RuleHarness.VerifyGeneratedAsync<InstrumentsDisagreeAnalyzer>($$"""
        using System.Diagnostics.Metrics;
        public static partial class Jobs
        {
            private static readonly Meter s_meter = new("jobs");
            public static readonly object Made = s_meter.{{made}};

            [MetricCounter("jobs_total")]
            public static partial void Count();
        }
        """);
}
