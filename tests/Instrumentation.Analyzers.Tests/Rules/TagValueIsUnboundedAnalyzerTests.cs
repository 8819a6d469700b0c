using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Tests.Rules;

/// <summary>What the corpus does not say: the words, and what a user can change. Where the rule speaks and is silent is in <c>Corpus/Cases</c>.</summary>
public sealed class TagValueIsUnboundedAnalyzerTests
{
    private const string Sample = """

        using System.Diagnostics.Metrics;

        public sealed class Orders
        {
            private static readonly Counter<long> s_hits = new Meter("m").CreateCounter<long>("hits");
            public readonly record struct OrderId(Guid Value);
            public void A(Guid id) => s_hits.Add(1, new KeyValuePair<string, object?>("order", [|id|]));
            public void B(OrderId id) => s_hits.Add(1, new KeyValuePair<string, object?>("order", [|id|]));
            public void C(Exception error) => s_hits.Add(1, new KeyValuePair<string, object?>("error", [|error.Message|]));
            public void D(double? score) => s_hits.Add(1, new KeyValuePair<string, object?>("score", [|score|]));
        }
        """;

    [Fact]
    public async Task Message_SaysWhichTagWhyAndWhatToDo()
    {
        const string advice = "; record one of a closed set (an enum, a route template, a status class), put this on the span, or say the bound in a comment '// bounded: …'";
        Assert.Equal(
            [
                "The tag 'order' has no bound: a Guid has 2^122 values" + advice,
                "The tag 'order' has no bound: 'OrderId' holds a value that is different at each call" + advice,
                "The tag 'error' has no bound: an exception's text is different from failure to failure" + advice,
                "The tag 'score' has no bound: a floating-point number has practically no two equal values" + advice,
            ],
            (await RuleHarness.VerifyAsync<TagValueIsUnboundedAnalyzer>(Sample)).Select(diagnostic => diagnostic.GetMessage()));
    }

    [Theory]
    [InlineData("[*.cs]\ndotnet_diagnostic.INS2002.severity = error", DiagnosticSeverity.Error)]
    [InlineData("[*.cs]\ndotnet_diagnostic.INS2002.severity = suggestion", DiagnosticSeverity.Info)]
    [InlineData("is_global = true\ndotnet_diagnostic.INS2002.severity = error", DiagnosticSeverity.Error)]
    [InlineData("[*.cs]\ndotnet_diagnostic.INS2002.severity = none", null)]
    [InlineData("[Other.cs]\ndotnet_diagnostic.INS2002.severity = none", DiagnosticSeverity.Warning)]
    public async Task Severity_IsThatOfTheEditorConfig(string config, DiagnosticSeverity? expected)
    {
        var source = MarkedSource.Parse(RuleHarness.Usings + Sample).Text;
        var compilation = TestCompilation.Create(source).WithOptions(TestCompilation.Options.WithSyntaxTreeOptionsProvider(new EditorConfigSeverities(config)));

        var found = await RuleHarness.RunAsync(compilation, new TagValueIsUnboundedAnalyzer());

        Assert.Equal(expected is { } severity ? Enumerable.Repeat(severity, 4) : [], found.Select(diagnostic => diagnostic.Severity));
    }

    [Fact]
    public async Task WithoutSinks_NothingIsLookedAt()
    {
        // A framework of before metrics and spans: no type of ours, none of System.Diagnostics.Metrics.
        var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create("Old", [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("class C { void M() => M(); }")], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], TestCompilation.Options);
        Assert.Empty(await RuleHarness.RunAsync(compilation, new TagValueIsUnboundedAnalyzer()));
    }
}
