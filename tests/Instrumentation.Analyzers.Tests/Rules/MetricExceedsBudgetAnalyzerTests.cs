using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class MetricExceedsBudgetAnalyzerTests
{
    private const string Types = """

        public enum Format { Json, Avro, Protobuf }

        """;

    // format: three members and `other`; region: 20, `other` and `none`; new: two; outcome: five.
    [Theory]
    [InlineData("[MetricCounter(\"a_total\")]", 175, "format 4 × region 22 × new 2 = 176")]
    [InlineData("[MetricCounter(\"a_total\", OutcomeTag = \"outcome\")]", 879, "format 4 × region 22 × new 2 × outcome 5 = 880")]
    [InlineData("[MetricCounter(\"a_total\", Tags = [\"format\"])]", 3, "format 4 = 4")]
    [InlineData("[MetricHistogram(\"a_seconds\")]", 2_639, "format 4 × region 22 × new 2 × samples 15 = 2,640")]
    [InlineData("[MetricHistogram(\"a_seconds\", Buckets = [1, 2])]", 879, "format 4 × region 22 × new 2 × samples 5 = 880")]
    [InlineData("[MetricSummary(\"a_seconds\")]", 351, "format 4 × region 22 × new 2 × samples 2 = 352")]
    [InlineData("[MetricUpDownCounter(\"a_open\", Tags = [\"new\"])]", 1, "new 2 = 2")]
    public async Task Bound_IsTheProductOfItsSets(string metric, int budget, string multiplication)
    {
        string Sample(int series) => $$"""
            {{Types}}
            public sealed class Orders
            {
                {{metric}}
                [CardinalityBudget({{series}})]
                public void Add([Tag] Format format, [Tag(MaxValues = 20)] string region, [Tag("new")] bool isNew) { }
            }
            """;

        var found = Assert.Single(await RunAsync(Sample(budget)));
        Assert.Empty(await RunAsync(Sample(budget + 1)));

        var parts = multiplication.Split(" = ");
        Assert.Contains($"can have {parts[1]} series, over its budget of {budget:N0}: {parts[0]}; narrow its tags (Tags, Values, MaxValues), or raise the budget", found.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
    }

    [Fact]
    public async Task Report_StandsAtTheMetric() => await RuleHarness.VerifyAsync<MetricExceedsBudgetAnalyzer>(Types + """
        public sealed class Orders
        {
            [[|MetricCounter("a_total")|], MetricCounter("b_total", Tags = [])]
            [CardinalityBudget(3)]
            public void Add([Tag] Format format) { }
        }
        """);

    [Fact]
    public async Task SeveralDeclarations_AreSummedUp()
    {
        var found = Assert.Single(await RunAsync(Types + """
            [CardinalityBudget(7)]
            public sealed class Orders
            {
                [MetricCounter("a_total")]
                public void Add([Tag] Format format) { }
                [MetricCounter("a_total")]
                public void Remove([Tag(Values = ["x", "y", "z"])] string format) { }
            }
            """));
        Assert.Contains("8 series, over its budget of 7: Add (format 4) + Remove (format 4)", found.GetMessage(), StringComparison.Ordinal);
    }

    // Two methods that count into one metric with one set of values make the same series; which values a bounded tag meets is known of neither.
    [Theory]
    [InlineData("[Tag] Format format", 4, 0)]
    [InlineData("[Tag] Format format", 3, 1)]
    [InlineData("[Tag(\"format\", MaxValues = 2)] int number", 8, 0)]
    [InlineData("[Tag(\"format\", MaxValues = 2)] int number", 7, 1)]
    public async Task SameTagsWithTheSameValues_CountOnce(string parameter, int budget, int count)
    {
        var found = await RunAsync($$"""
            {{Types}}
            [CardinalityBudget({{budget}})]
            public sealed class Orders
            {
                [MetricCounter("a_total")]
                public void Add({{parameter}}) { }
                [MetricCounter("a_total")]
                public void Remove({{parameter}}) { }
            }
            """);

        Assert.Equal(count, found.Length);
        Assert.All(found, static one => Assert.Contains("4", one.GetMessage(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a", "a", 1)]
    [InlineData("a", "b", 2)]
    public async Task ConstantsOfTypes_CountTheirValues(string first, string second, int series)
    {
        string Sample(int budget) => $$"""
            [assembly: CardinalityBudget({{budget}})]
            [Instrumented("calls_seconds", Calls = true)]
            [Tag("service", Value = "{{first}}")]
            public sealed class First { public void Run() { } public void Stop() { } }
            [Instrumented("calls_seconds", Calls = true)]
            [Tag("service", Value = "{{second}}")]
            public sealed class Second { public void Run() { } }
            """;

        // Outcomes, and the samples of the default buckets.
        Assert.Empty(await RunAsync(Sample(series * 5 * 15)));
        Assert.NotEmpty(await RunAsync(Sample((series * 5 * 15) - 1)));
    }

    [Theory]
    [InlineData("[CardinalityBudget(4)]", "[CardinalityBudget(1)]", "[assembly: CardinalityBudget(1)]", false)] // The nearest counts.
    [InlineData("", "[CardinalityBudget(4)]", "[assembly: CardinalityBudget(1)]", false)]
    [InlineData("", "[CardinalityBudget(3)]", "[assembly: CardinalityBudget(9)]", true)]
    [InlineData("", "", "[assembly: CardinalityBudget(3)]", true)]
    [InlineData("", "", "", false)]
    [InlineData("[CardinalityBudget(9), CardinalityBudget(3, Metric = \"a_total\")]", "", "", true)]
    [InlineData("[CardinalityBudget(1, Metric = \"b_total\")]", "", "", false)]
    public async Task Budget_IsTheNearest(string method, string type, string assembly, bool isOver) => Assert.Equal(isOver ? 1 : 0, (await RunAsync($$"""
        {{assembly}}
        {{Types}}
        {{type}}
        public sealed class Orders
        {
            [MetricCounter("a_total")]
            {{method}}
            public void Add([Tag] Format format) { }
        }
        """)).Length);

    [Theory]
    [InlineData("3", 1)]
    [InlineData("4", 0)]
    [InlineData("", 0)]
    public async Task ProjectProperty_IsTheLastBudget(string value, int count) => Assert.Equal(count, (await RunAsync(
        Types + "public sealed class Orders { [MetricCounter(\"a_total\")] public void Add([Tag] Format format) { } }", ("InstrumentationCardinalityBudget", value))).Length);

    [Fact]
    public async Task UnboundedTag_IsLeftOutAndAnotherRules() => Assert.Empty(await RunAsync("[CardinalityBudget(1)] public sealed class Orders { [MetricCounter(\"a_total\")] public void Add([Tag] string name) { } }"));

    [Fact]
    public async Task LargeProduct_DoesNotOverflow()
    {
        var tags = string.Join(", ", Enumerable.Range(0, 6).Select(i => $"[Tag(MaxValues = 10000)] string t{i}"));
        var found = Assert.Single(await RunAsync($"[CardinalityBudget(1)] public sealed class Orders {{ [MetricHistogram(\"a_seconds\")] public void Add({tags}) {{ }} }}"));
        Assert.Contains("9,223,372,036,854,775,807 series", found.GetMessage(), StringComparison.Ordinal);
    }

    private static Task<ImmutableArray<Diagnostic>> RunAsync(string source, params (string, string)[] properties)
    {
        var compilation = TestCompilation.Create(RuleHarness.Usings + source);
        TestCompilation.AssertCompiles(compilation);
        return RuleHarness.RunAsync(compilation, new MetricExceedsBudgetAnalyzer(), new BuildPropertyOptions(properties));
    }
}
