using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class NameIsNotAllowedAnalyzerTests
{
    [Theory]
    [InlineData("""[MetricCounter([|"a-b"|])] public void M() { }""")]
    [InlineData("""[Instrumented([|"é"|], CallsName = [|"1a"|], InFlightName = [|"a b"|], OutcomeTag = [|"a:b"|])] public void M() { }""")]
    [InlineData("""[Instrumented, Tag([|"le"|], Value = "x"), Tag([|"__a"|], Value = "x"), Tag([|"quantile"|], Value = "x"), Tag([|""|], Value = "x")] public void M() { }""")]
    [InlineData("""[Instrumented] public void M([[|Tag|]] E größe) { }""")]
    [InlineData("""[Instrumented, OutcomeNames(Tag = [|"x.y"|]), ErrorTypes(typeof(Exception), Tag = [|"error.type"|])] public void M() { }""")]
    [InlineData("""[MetricGauge([|""|])] public int P => 1;""")]
    [InlineData("""[MetricHistogram(name: [|"%"|], OutcomeTag = [|"le"|])] public void M() { }""")]
    public Task BadName_IsReported(string members) => RuleHarness.VerifyAsync<NameIsNotAllowedAnalyzer>($"public enum E {{ A, B }} public partial class S {{ {members} }}");

    [Theory]
    [InlineData("""[MetricCounter("a:b_total"), Instrumented("_a", OutcomeTag = "", CallsName = "Calls9")] public void M() { }""")]
    [InlineData("""[Instrumented, Tag("LE", Value = "x"), Tag("_a", Value = "x")] public void M([Tag] E @class, [Tag] E aB) { }""")]
    [InlineData("""[Instrumented, SpanTag("a.b-c", Value = "x"), OutcomeNames(Tag = "")] public void M() { }""")]
    [InlineData("""[MetricUpDownCounter("u"), MetricHistogram("le")] public void M() { }""")]
    [InlineData("""[Obsolete("a-b")] public void M() { }""")]
    [InlineData("""[Instrumented] public void M() { }""")]
    [InlineData("""[MetricGauge("g")] public int P => 1;""")]
    public Task GoodName_IsSilent(string members) => RuleHarness.VerifyAsync<NameIsNotAllowedAnalyzer>($"public enum E {{ A, B }} public partial class S {{ {members} }}");
}
