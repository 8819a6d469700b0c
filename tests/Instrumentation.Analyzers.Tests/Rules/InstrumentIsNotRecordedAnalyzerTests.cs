using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class InstrumentIsNotRecordedAnalyzerTests
{
    [Theory]
    [InlineData("""[[|MetricGauge("a")|]] static partial void M(int x);""")]
    [InlineData("""[[|MetricHistogram("a")|]] static partial void M();""")]
    [InlineData("""[[|MetricSummary("a")|]] static partial void M();""")]
    [InlineData("""[MetricSummary("a"), [|MetricCounter("a")|]] public void M() { }""")]
    [InlineData("""[[|MetricCounter("a")|]] static partial void M([Value] string x);""")]
    [InlineData("""[[|MetricCounter("a")|]] static partial void M([Value] bool x);""")]
    [InlineData("""[[|MetricCounter("a")|], MetricGauge("b", Value = "1")] static partial void M([Value] string x);""")]
    [InlineData("""[[|MetricGauge("a")|]] public string P => "";""")]
    [InlineData("""[[|MetricGauge("a")|]] private int P => 1;""")]
    [InlineData("""[[|MetricGauge("a")|]] public E P => default;""")]
    [InlineData("""[[|MetricGauge("a")|]] public int this[int i] => i;""")]
    [InlineData("""public class G<T> { [[|MetricGauge("a")|]] public int P => 1; }""")]
    [InlineData("""public struct V { [[|MetricGauge("a")|]] public int P => 1; }""")]
    [InlineData("""[[|MetricGauge("a")|]] public void M(int x) { }""")]
    [InlineData("""[MetricCounter("a"), [|MetricCounter("a")|]] public void M() { }""")]
    [InlineData("""[MetricHistogram("a"), [|MetricCounter("a")|]] public void M() { }""")]
    [InlineData("""[Instrumented("a"), [|MetricHistogram("a")|]] public void M() { }""")]
    [InlineData("""[[|MetricCounter("a")|]] public void M([Tag(MaxValues = 10000)] string a, [Tag(MaxValues = 10000)] string b, [Tag(MaxValues = 10000)] string c, [Tag(MaxValues = 10000)] string d, [Tag(MaxValues = 10000)] string e) { }""")]
    [InlineData("""[[|Instrumented("a")|]] public void M([Tag(MaxValues = 10000)] string a, [Tag(MaxValues = 10000)] string b, [Tag(MaxValues = 10000)] string c, [Tag(MaxValues = 10000)] string d, [Tag(MaxValues = 10000)] string e) { }""")]
    [InlineData("""[MetricCounter("a", Tags = ["t", "a"]), [|MetricCounter("b")|]] [Tag("t", From = "a.Length > 1 ? a : e", MaxValues = 9999)] public void M([Tag(MaxValues = 10000)] string a, [Tag(MaxValues = 10000)] string b, [Tag(MaxValues = 10000)] string c, [Tag(MaxValues = 10000)] string d, [Tag(MaxValues = 10000)] string e) { }""")]
    [InlineData("""[[|MetricCounter("a")|], Instrumented] static partial void M();""")]
    [InlineData("""[[|MetricCounter("a")|]] static partial void M([Value] int x, [Value] int y);""")]
    public Task NotRecorded_IsReported(string members) => RuleHarness.VerifyAsync<InstrumentIsNotRecordedAnalyzer>($"public enum E {{ A, B }} public partial class S {{ {members} }}");

    [Theory]
    [InlineData("""[MetricGauge("a")] static partial void M([Value] decimal? x);""")]
    [InlineData("""[MetricCounter("a")] static partial void M();""")]
    [InlineData("""[MetricCounter("a")] static partial void M([Value] TimeSpan x);""")]
    [InlineData("""[MetricHistogram("a", Value = "1")] static partial void M();""")]
    [InlineData("""[MetricSummary("a", Value = "1")] static partial void M();""")]
    [InlineData("""[MetricSummary("a"), MetricSummary("b", Value = "1")] public void M() { }""")]
    [InlineData("""[MetricGauge("a")] public bool P => true;""")]
    [InlineData("""[MetricGauge("a")] public TimeSpan? P => null;""")]
    [InlineData("""[MetricGauge("a")] public int M() => 1;""")]
    [InlineData("""[MetricGauge("a", Value = "x")] public void M(int x) { }""")]
    [InlineData("""[MetricCounter("a"), MetricCounter("b"), MetricHistogram("c"), Instrumented("d")] public void M() { }""")]
    [InlineData("""[MetricCounter("a", Tags = ["b"])] public void M([Tag(MaxValues = 10000)] string a, [Tag(MaxValues = 10000)] string b, [Tag(MaxValues = 10000)] string c, [Tag(MaxValues = 10000)] string d, [Tag(MaxValues = 10000)] string e) { }""")]
    [InlineData("""[Instrumented] public void M([Tag(MaxValues = 10000)] string a, [Tag(MaxValues = 10000)] string b, [Tag(MaxValues = 10000)] string c, [Tag(MaxValues = 10000)] string d, [Tag(MaxValues = 10000)] string e) { }""")]
    [InlineData("""[Instrumented("a", Tags = ["a", "b"])] public void M([Tag(MaxValues = 10000)] string a, [Tag(MaxValues = 10000)] string b, [Tag(MaxValues = 10000)] string c, [Tag(MaxValues = 10000)] string d, [Tag(MaxValues = 10000)] string e) { }""")]
    [InlineData("""[Instrumented("a")] public class T { public void M([Tag(MaxValues = 10000)] string a, [Tag(MaxValues = 10000)] string b, [Tag(MaxValues = 10000)] string c, [Tag(MaxValues = 10000)] string d, [Tag(MaxValues = 10000)] string e) { } }""")]
    [InlineData("""[MetricCounter("a")] public async void M() { await Task.Yield(); }""")]
    [InlineData("""[MetricHistogram("a")] public void M() { }""")]
    [InlineData("""[MetricCounter("a", Value = "nothing.here")] public void M() { }""")]
    [InlineData("""[MetricUpDownCounter("a")] static partial void M([Value] double x);""")]
    [InlineData("""[MetricCounter("a")] public partial void N(); public partial void N() { }""")]
    [InlineData("""[MetricGauge("a"), MetricGauge("b")] public double P => 1;""")]
    [InlineData("""[Instrumented, MetricGauge("a", Value = "result")] public int M() => 1;""")]
    [InlineData("""[MetricCounter("a")] public void M() { } [MetricCounter("a")] public void N() { }""")]
    public Task Recorded_IsSilent(string members) => RuleHarness.VerifyAsync<InstrumentIsNotRecordedAnalyzer>($"public enum E {{ A, B }} public partial class S {{ {members} }}");
}
