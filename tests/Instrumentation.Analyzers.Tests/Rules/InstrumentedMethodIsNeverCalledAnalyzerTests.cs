using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class InstrumentedMethodIsNeverCalledAnalyzerTests
{
    [Theory]
    [InlineData("public class C { [Instrumented] private void [|M|]() { } }")]
    [InlineData("public class C { [MetricCounter(\"a_total\")] internal static void [|M|]() { } }")]
    [InlineData("public class C { [Instrumented] private void [|M|](int left) { if (left > 0) M(left - 1); } }")]
    [InlineData("public class C { [Instrumented] private void [|M|](int a) { } [Instrumented] private void M(string a) { } public void N() => M(\"\"); }")]
    [InlineData("public class C { [Instrumented, System.Diagnostics.DebuggerStepThrough] private protected void [|M|]() { } }")]
    [InlineData("[Instrumented(Access = InstrumentedAccess.Private)] public class C { private void [|M|]() { } public void N() { } }")]
    public Task ClosedMethodWithoutCalls_IsReported(string source) => RuleHarness.VerifyAsync<InstrumentedMethodIsNeverCalledAnalyzer>(source);

    [Theory]
    [InlineData("public class C { [Instrumented] public void M() { } [Instrumented] protected void N() { } }")]
    [InlineData("public class C { [Instrumented] private void M() { } public void N() => M(); }")]
    [InlineData("public class C { [Instrumented] private void M() { } public Action N() => M; }")]
    [InlineData("public class C { [Instrumented] private void M() { } public string N() => nameof(M); }")]
    [InlineData("public class C { [Instrumented] internal void M() { } public void N(dynamic c) => c.M(); }")]
    [InlineData("public class C<T> { [Instrumented] private void M<U>(U u) { } public void N() => M(1); }")]
    [InlineData("public class C { private void M() { } }")]
    [InlineData("public class C { [Instrumented] private static void Main() { } }")]
    [InlineData("public class C { [Instrumented, Route] private void M() { } } public class RouteAttribute : Attribute;")]
    [InlineData("public abstract class A { internal abstract void M(); } public class C : A { [Instrumented] internal override void M() { } }")]
    [InlineData("public interface I { void M(); } public class C : I { [Instrumented] void I.M() { } }")]
    [InlineData("internal interface I { void M(); } internal class C : I { [Instrumented] public void M() { } }")]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Tests\")] public class C { [Instrumented] internal void M() { } }")]
    [InlineData("public class C { [Instrumented] private async void M() { await Task.Yield(); } }")]
    [InlineData("internal static class X { [Instrumented] internal static void M(this string s) { } internal static void N() => \"\".M(); }")]
    public Task OpenOrCalledMethod_IsSilent(string source) => RuleHarness.VerifyAsync<InstrumentedMethodIsNeverCalledAnalyzer>(source);
}
