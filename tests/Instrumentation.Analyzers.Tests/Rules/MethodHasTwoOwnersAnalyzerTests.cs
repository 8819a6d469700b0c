using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class MethodHasTwoOwnersAnalyzerTests
{
    private const string Others = """

        namespace dotweave { public sealed class TracedAttribute : Attribute; }
        namespace Elsewhere { public sealed class TracedAttribute : Attribute; }
        """;

    [Theory]
    [InlineData("public interface I { [Instrumented] void M(); } public class C : I { [MetricCounter(\"a_total\")] public void [|M|]() { } }")]
    [InlineData("[Instrumented] public interface I { void M(); } [Instrumented] public class C : I { public void [|M|]() { } public void N() { } }")]
    [InlineData("[Instrumented] public interface I { void M(); } public class C : I { [Instrumented] void I.[|M|]() { } }")]
    [InlineData("[Instrumented] public interface I<T> { void M(T t); } public class C : I<int> { [Instrumented] public void [|M|](int t) { } }")]
    [InlineData("public class C { [Instrumented, dotweave.Traced] public void [|M|]() { } }")]
    public Task TwoOwners_AreReported(string source) => RuleHarness.VerifyAsync<MethodHasTwoOwnersAnalyzer>(source + Others);

    [Theory]
    [InlineData("public interface I { [Instrumented] void M(); } public class C : I { public void M() { } }")]
    [InlineData("public interface I { void M(); } public class C : I { [Instrumented] public void M() { } }")]
    [InlineData("[Instrumented] public interface I { void M(); } [Instrumented] public class C : I { [NotInstrumented] public void M() { } }")]
    [InlineData("public class B { [Instrumented] public virtual void M() { } } public class C : B { [Instrumented] public override void M() { } }")]
    [InlineData("public class C { [Instrumented, Elsewhere.Traced] public void M() { } }")]
    [InlineData("public class C { [dotweave.Traced] public void M() { } }")]
    public Task OneOwner_IsSilent(string source) => RuleHarness.VerifyAsync<MethodHasTwoOwnersAnalyzer>(source + Others);

    [Fact]
    public async Task Message_NamesBoth()
    {
        Assert.Equal(
            "'M' has two owners: 'I.M' is instrumented as well, and which of them records a call depends on where the object comes from; instrument one of them",
            Assert.Single(await RuleHarness.VerifyAsync<MethodHasTwoOwnersAnalyzer>("[Instrumented] public interface I { void M(); } [Instrumented] public class C : I { public void [|M|]() { } }")).GetMessage());
        Assert.Equal(
            "'M' has two owners: 'dotweave' records it as well, by its [Traced], and each call counts twice; instrument one of them",
            Assert.Single(await RuleHarness.VerifyAsync<MethodHasTwoOwnersAnalyzer>("public class C { [Instrumented, dotweave.Traced] public void [|M|]() { } }" + Others)).GetMessage());
    }
}
