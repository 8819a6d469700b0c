using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class OverrideIsNotRecordedAnalyzerTests
{
    private static string Program(string member) => $$"""
        public partial class Base
        {
            [Instrumented] public virtual partial int Run(int a);
            private int RunCore(int a) => a;
            [Instrumented] public virtual async partial Task RunAsync() => await Task.Yield();
            [Instrumented] public virtual int Seen(int a) => a;
            public virtual int Plain() => 1;
        }
        public partial class Derived : Base
        {
            {{member}}
        }
        """;

    [Theory]
    [InlineData("public override int [|Run|](int a) => a + 1;")]
    [InlineData("public override int [|Run|](int a) => base.Plain();")]
    [InlineData("public sealed override int [|Run|](int a) { return 2; }")]
    [InlineData("public override Task [|RunAsync|]() => Task.CompletedTask;")]
    [InlineData("public override async Task [|RunAsync|]() => await Task.Delay(1);")]
    public Task OverrideThatRecordsNothing_IsReported(string member) => RuleHarness.VerifyGeneratedAsync<OverrideIsNotRecordedAnalyzer>(Program(member));

    [Theory]
    [InlineData("public override int Run(int a) => base.Run(a) + 1;")]
    [InlineData("public override int Run(int a) { Func<int> run = () => base.Run(a); return run(); }")]
    [InlineData("[Instrumented] public override int Run(int a) => a + 1;")]
    [InlineData("[MetricCounter(\"a_total\")] public override int Run(int a) => a + 1;")]
    [InlineData("[NotInstrumented] public override int Run(int a) => a + 1;")]
    [InlineData("[Instrumented] public override async partial Task RunAsync() => await Task.Yield();")]
    [InlineData("public override int Seen(int a) => a + 1;")]
    [InlineData("public override int Plain() => 2;")]
    [InlineData("public new int Run(int a) => 2;")]
    public Task OverrideThatIsRecordedOrMeant_IsNot(string member) => RuleHarness.VerifyGeneratedAsync<OverrideIsNotRecordedAnalyzer>(Program(member));
}
