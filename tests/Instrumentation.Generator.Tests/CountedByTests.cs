using System.Text.RegularExpressions;
using Instrumentation.Generator.Tests.Infrastructure;

namespace Instrumentation.Generator.Tests;

/// <summary>A counter that rises with each recording of its method's duration is that histogram's count; any other is added to.</summary>
public sealed class CountedByTests
{
    private const string Enum = "public enum Kind { Small, Large }\n";

    [Theory]
    [InlineData("[Instrumented(\"m_seconds\", OutcomeTag = \"\")] [MetricCounter(\"m_total\")]")]
    [InlineData("[Instrumented(\"m_seconds\")] [MetricCounter(\"m_total\", OutcomeTag = \"result\")]")]
    [InlineData("[Instrumented(\"m_seconds\", Tags = [])] [MetricCounter(\"m_total\", OutcomeTag = \"result\", Tags = [])]")]
    [InlineData("[Instrumented(Duration = false)] [MetricSummary(\"m_seconds\", OutcomeTag = \"\")] [MetricCounter(\"m_total\")]")]
    public void Counter_OfTheSameSeries_IsNotAddedTo(string attributes) => Assert.Equal((0, 1), Recordings(attributes));

    [Theory]
    [InlineData("[Instrumented(\"m_seconds\")] [MetricCounter(\"m_total\")]")]
    [InlineData("[Instrumented(\"m_seconds\", OutcomeTag = \"\")] [MetricCounter(\"m_total\", When = Outcomes.Success)]")]
    [InlineData("[Instrumented(\"m_seconds\", OutcomeTag = \"\")] [MetricCounter(\"m_total\", Tags = [])]")]
    [InlineData("[Instrumented(\"m_seconds\", OutcomeTag = \"\")] [MetricCounter(\"m_total\", Value = \"2\")]")]
    public void Counter_OfOtherSeriesOrCalls_IsAddedTo(string attributes) => Assert.Equal((1, 1), Recordings(attributes));

    [Fact]
    public void Counters_OfTheSameSeries_AreOneCountAndOneAddition() =>
        Assert.Equal((1, 1), Recordings("[Instrumented(\"m_seconds\", OutcomeTag = \"\")] [MetricCounter(\"m_total\")] [MetricCounter(\"n_total\")]"));

    private static (int Added, int Recorded) Recordings(string attributes)
    {
        var source = $"{Enum}public sealed class M {{ {attributes} public void Run([Tag] Kind kind) {{ }} public static void Call(M m) => m.Run(Kind.Small); }}";
        var text = string.Concat(GeneratorHarness.Generate(source).Values);

        // What returns is recorded where it returns, what throws in a method of its own: both alike.
        var thrown = text.IndexOf("void Run_Call_End(", StringComparison.Ordinal);
        Assert.Equal(Counts(text[..thrown]), Counts(text[thrown..]));
        return Counts(text[thrown..]);
    }

    private static (int Added, int Recorded) Counts(string text)
    {
        return (Field("Add").Count(text), Field("Record").Count(text));

        static Regex Field(string verb) => new($@"\bs_run_\w+\.{verb}\(", RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}
