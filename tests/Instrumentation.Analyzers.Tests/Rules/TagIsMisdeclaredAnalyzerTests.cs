using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class TagIsMisdeclaredAnalyzerTests
{
    [Theory]
    [InlineData("""[Instrumented, Tag("a", Value = "1"), [|Tag("a", Value = "2")|]] public void M() { }""")]
    [InlineData("""[Instrumented, Tag("a", Value = "1")] public void M([[|Tag|]] E a) { }""")]
    [InlineData("""[Instrumented("x", Tags = [|["a", "b"]|]), Tag("a", Value = "1")] public void M() { }""")]
    [InlineData("""[MetricCounter("x", Tags = [|["a"]|])] static partial void M([Tag] E b);""")]
    [InlineData("""[Instrumented] public void M([[|Tag(Values = ["a"])|]] E e, [[|Tag(MaxValues = 3)|]] bool b) { }""")]
    [InlineData("""[Instrumented] public void M([[|Tag(Values = ["1", "1"])|]] int i, [[|Tag(Values = ["x"])|]] int j) { }""")]
    [InlineData("""[Instrumented] public void M([[|Tag(Values = ["x"])|]] Guid g) { }""")]
    [InlineData("""[Instrumented] public void M([[|Tag(MaxValues = 20000)|]] string s) { }""")]
    [InlineData("""private enum H { } private struct P { } [Instrumented] private void M([[|Tag(MaxValues = 2)|]] P p) { }""")]
    [InlineData("""[Instrumented, [|ErrorTypes(typeof(int))|]] public void M() { }""")]
    [InlineData("""[Instrumented, [|ErrorTypes|]] public void M() { }""")]
    [InlineData("""[Instrumented, Tag("error_type", Value = "x"), [|ErrorTypes(typeof(Exception))|]] public void M() { }""")]
    [InlineData("""[MetricGauge("g"), [|Tag("t", From = "result > 1")|]] public int P => 1;""")]
    [InlineData("""[[|MetricCounter("x", OutcomeTag = "r")|], Tag("r", Value = "1")] public void M() { }""")]
    [InlineData("""[[|Instrumented("x")|], Tag("outcome", Value = "1")] public void M() { }""")]
    [InlineData("""[Instrumented, SpanTag("a", Value = "1"), [|SpanTag("a", Value = "2")|]] public void M() { }""")]
    [InlineData("""[Instrumented] public void M([SpanTag("a")] int i, [[|SpanTag("a")|]] int j) { }""")]
    [InlineData("""[Instrumented, [|Tag(From = "1 > 0")|], [|SpanTag(Value = "x")|]] [return: [|SpanTag|]] public int M() => 1;""")]
    [InlineData("""[Instrumented, [|Tag("a")|], [|SpanTag("b")|]] public void M() { }""")]
    [InlineData("""[MetricGauge("g"), [|Tag("t")|]] public int P => 1;""")]
    [InlineData("""[Instrumented, Tag("a", From = "1 > 0", [|Value = "x"|])] public void M([SpanTag([|Value = "x"|])] int i) { }""")]
    [InlineData("""[Instrumented] public void M([Tag(Values = ["a"], [|MaxValues = 3|])] string s) { }""")]
    [InlineData("""[Instrumented] [return: [|Tag("x", MaxValues = 3)|]] public void M() { } [Instrumented] [return: [|SpanTag("x")|]] public async Task N() => await Task.Yield();""")]
    [InlineData("""[[|Tag("a")|], Instrumented] public class C { public void M() { } public void N() { } }""")]
    public Task Misdeclared_IsReported(string members) => RuleHarness.VerifyAsync<TagIsMisdeclaredAnalyzer>($"public enum E {{ A, B }} public partial class S {{ {members} }}");

    [Theory]
    [InlineData("""[Instrumented, Tag("a", Value = "1"), Tag("b", Value = "2")] public void M() { }""")]
    [InlineData("""[Tag("a", Value = "t"), Instrumented] public class C { [Tag("a", Value = "m")] public void M() { } }""")]
    [InlineData("""[Instrumented("x", Tags = ["a", "error_type"]), Tag("a", Value = "1"), ErrorTypes(typeof(Exception))] public void M() { }""")]
    [InlineData("""[Instrumented("x", Tags = ["op"])] public class C { [Tag("op", Value = "m")] public void M() { } }""")]
    [InlineData("""[Instrumented] public void M([Tag] E e, [Tag] bool? b, [Tag(Values = ["1", "-2"])] int i, [Tag(Values = ["x", ""])] string s) { }""")]
    [InlineData("""[Instrumented] public void M([Tag(MaxValues = 10000)] Guid g) { }""")]
    [InlineData("""[Instrumented, Tag("t", From = "nothing.here", Values = ["a"])] public void M() { }""")]
    [InlineData("""[MetricGauge("g"), Tag("t", From = "P > 1")] public int P => 1;""")]
    [InlineData("""[MetricCounter("x"), Tag("outcome", Value = "1")] public void M() { }""")]
    [InlineData("""[Instrumented, Tag("x", Value = "1")] public void M() { }""")]
    [InlineData("""[MetricCounter("x", OutcomeTag = "r", Tags = ["s"]), Tag("s", Value = "1"), Tag("r", Value = "1")] public void M() { }""")]
    [InlineData("""[MetricCounter("x", Tags = [])] public void M([Tag] E e) { }""")]
    [InlineData("""[Instrumented, SpanTag("a", Value = "1"), Tag("a", Value = "2")] public void M() { }""")]
    [InlineData("""[Instrumented] public void M([Tag("x", From = "s.Length > 1")] string s, [SpanTag] int i) { }""")]
    [InlineData("""[MetricCounter("x"), Tag("t", From = "1 > 0 ? \"a\" : \"b\"", Values = ["a"])] public void M() { }""")]
    public Task Right_IsSilent(string members) => RuleHarness.VerifyAsync<TagIsMisdeclaredAnalyzer>($"public enum E {{ A, B }} public partial class S {{ {members} }}");
}
