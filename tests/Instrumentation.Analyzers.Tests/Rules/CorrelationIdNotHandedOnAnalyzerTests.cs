using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Instrumentation.CodeFixes;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class CorrelationIdNotHandedOnAnalyzerTests
{
    private const string Library = """
        public readonly record struct CorrelationId(string Value);
        public class Bus
        {
            public Task Send(string message) => Task.CompletedTask;
            public Task Send(string message, CorrelationId id) => Task.CompletedTask;
            public void Publish(string message, CorrelationId? id = null) { }
            public void Write(string message) { }
            public void Write(string message, string correlationId) { }
            public void Guided(int number) { }
            public void Guided(int number, Guid correlation_id) { }
            public void First(string message) { }
            public void First(CorrelationId id, string message) { }
            public T Make<T>(T value) => value;
            public T Make<T>(T value, CorrelationId id) => value;
            public static void Shared() { }
            public static void Shared(CorrelationId id) { }
            public void Many(string format, params object[] values) { }
            public void Many(string format, CorrelationId id, params object[] values) { }
            public void Options(string message, int retries = 3, string? correlationId = null) { }
            public Bus For(CorrelationId id) => this;

            public void Plain(string message) { }
            public void Other(string message) { }
            public void Other(string message, int number) { }
            public void Old(string message) { }
            [Obsolete("no")] public void Old(string message, CorrelationId id) { }
            public void Closed(string message) { }
            private void Closed(string message, CorrelationId id) { }
            public void Kind(string message) { }
            public int Kind(string message, CorrelationId id) => 1;
            public void Static(string message) { }
            public static void Static(string message, CorrelationId id) { }
            public void Ref(string message) { }
            public void Ref(string message, out CorrelationId id) => id = default;
            public void Two(string message) { }
            public void Two(string message, CorrelationId id, int more) { }
            public void Swapped(string message, int number) { }
            public void Swapped(int number, string message, CorrelationId id) { }
        }
        public static class BusExtensions
        {
            public static void Log(this Bus bus, string message) { }
            public static void Log(this Bus bus, string message, CorrelationId id) { }
        }
        """;

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> VerifyAsync(string member) =>
        RuleHarness.VerifyAsync<CorrelationIdNotHandedOnAnalyzer>($"class Program {{ Bus bus = new(); {member} }}", Library);

    [Theory]
    [InlineData("void M(CorrelationId id) { bus.[|Send|](\"a\"); }")]
    [InlineData("async Task M(CorrelationId id) { await bus.[|Send|](\"a\").ConfigureAwait(false); }")]
    [InlineData("void M(CorrelationId id) => bus?.[|Send|](\"a\");")]
    [InlineData("void M(CorrelationId id) => bus.[|Publish|](\"a\");")]
    [InlineData("void M(CorrelationId? id) => bus.[|Publish|](\"a\");")]
    [InlineData("void M(in CorrelationId id) { bus.[|Send|](\"a\"); }")]
    [InlineData("void M() { var id = new CorrelationId(\"x\"); bus.[|Send|](\"a\"); }")]
    [InlineData("void M() { var id = CorrelationContext.Id!; bus.[|Write|](\"a\"); }")]
    [InlineData("void M() { string id = (CorrelationContext.Id ?? \"none\"); bus.[|Write|](\"a\"); }")]
    [InlineData("void M(CorrelationId id) => bus.[|First|](\"a\");")]
    [InlineData("void M(CorrelationId id) => bus.[|Make|](1);")]
    [InlineData("void M(CorrelationId id) => Bus.[|Shared|]();")]
    [InlineData("void M(CorrelationId id) => bus.[|Many|](\"a\", 1, 2);")]
    [InlineData("void M(CorrelationId id) => bus.[|Log|](\"a\");")]
    [InlineData("void M(CorrelationId id) => BusExtensions.[|Log|](bus, \"a\");")]
    [InlineData("void M(CorrelationId id) { Action run = () => bus.[|Publish|](\"a\"); }")]
    [InlineData("void M(CorrelationId id) { void Local() => bus.[|Publish|](\"a\"); Local(); }")]
    [InlineData("void M() { Action<CorrelationId> run = id => bus.[|Publish|](\"a\"); }")]
    [InlineData("void M() { static void Local(CorrelationId id, Bus bus) => bus.[|Publish|](\"a\"); Local(default, bus); }")]
    [InlineData("void M(CorrelationId id) { foreach (var x in new[] { 1 }) { if (x > 0) { bus.[|Send|](\"a\"); } } }")]
    [InlineData("void M(CorrelationId id, string other) => bus.[|Send|](other);")]
    public async Task ProvenId_NotHandedOn_IsAWarning(string member)
    {
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await VerifyAsync(member)).Severity);
    }

    [Theory]
    [InlineData("void M(string correlationId) => bus.[|Write|](\"a\");")]
    [InlineData("void M(string CorrelationID) => bus.[|Write|](\"a\");")]
    [InlineData("void M(string correlation_id) => bus.[|Write|](\"a\");")]
    [InlineData("void M(Guid correlationId) => bus.[|Guided|](1);")]
    [InlineData("void M(string correlationId) => bus.[|Options|](\"a\");")]
    [InlineData("void M(string correlationId) => bus.[|Options|](\"a\", 1);")]
    public async Task NamedId_NotHandedOn_IsInformation(string member) =>
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await VerifyAsync(member)).Severity);

    [Fact]
    public async Task Message_NamesMethodAndId() => Assert.Equal(
        "'Send' can take the correlation id, but is called without it; hand it 'id'",
        Assert.Single(await VerifyAsync("void M(CorrelationId id) { bus.[|Send|](\"a\"); }")).GetMessage());

    [Theory]
    // Handed on, in one way or another.
    [InlineData("void M(CorrelationId id) { bus.Send(\"a\", id); }")]
    [InlineData("void M(CorrelationId id) => bus.Publish(\"a\", id);")]
    [InlineData("void M(CorrelationId id) => bus.Publish(id: id, message: \"a\");")]
    [InlineData("void M(CorrelationId id) { bus.Send(id.Value); }")]
    [InlineData("void M(CorrelationId id) { bus.Send($\"{id}\"); }")]
    [InlineData("void M(CorrelationId id) { bus.For(id).Send(\"a\"); }")]
    [InlineData("void M(string correlationId) => bus.Write(correlationId);")]
    [InlineData("void M(string correlationId) => bus.Write(\"a\" + correlationId.Length);")]
    [InlineData("void M(string correlationId) => bus.Write(CorrelationContext.Id!);")]
    [InlineData("void M(CorrelationId id) { bus.Send(\"a\", new CorrelationId(\"other\")); }")]
    // Nothing to hand on.
    [InlineData("void M() { bus.Send(\"a\"); }")]
    [InlineData("void M(string id) { bus.Send(\"a\"); }")]
    [InlineData("void M(string id) => bus.Write(\"a\");")]
    [InlineData("void M() { bus.Send(\"a\"); var id = new CorrelationId(\"late\"); }")]
    [InlineData("void M() { { var id = new CorrelationId(\"inner\"); } bus.Send(\"a\"); }")]
    [InlineData("void M() { CorrelationId id; bus.Send(\"a\"); id = default; }")]
    [InlineData("void M() { var correlationId = Guid.NewGuid(); bus.Guided(1); }")]
    [InlineData("void M() { const string correlationId = \"x\"; bus.Write(\"a\"); }")]
    [InlineData("void M() { var correlationId = \"x\"; bus.Write(\"a\"); }")]
    [InlineData("void M(out CorrelationId id) { bus.Send(\"a\"); id = default; }")]
    [InlineData("CorrelationId id; void M() { bus.Send(\"a\"); }")]
    [InlineData("void M(string correlationIds) => bus.Write(\"a\");")]
    // Out of sight.
    [InlineData("void M(CorrelationId id) { static void Local(Bus bus) => bus.Publish(\"a\"); Local(bus); }")]
    [InlineData("void M(CorrelationId id) { Action<Bus> run = static bus => bus.Publish(\"a\"); }")]
    [InlineData("void M(in CorrelationId id) { Action run = () => bus.Publish(\"a\"); }")]
    // Nobody to take it.
    [InlineData("void M(CorrelationId id) => bus.Plain(\"a\");")]
    [InlineData("void M(CorrelationId id) => bus.Other(\"a\");")]
    [InlineData("void M(CorrelationId id) => bus.Old(\"a\");")]
    [InlineData("void M(CorrelationId id) => bus.Closed(\"a\");")]
    [InlineData("void M(CorrelationId id) => bus.Kind(\"a\");")]
    [InlineData("void M(CorrelationId id) => bus.Static(\"a\");")]
    [InlineData("void M(CorrelationId id) => bus.Ref(\"a\");")]
    [InlineData("void M(CorrelationId id) => bus.Two(\"a\");")]
    [InlineData("void M(CorrelationId id) => bus.Swapped(\"a\", 1);")]
    [InlineData("void M(CorrelationId id) => Console.WriteLine(\"a\");")]
    // Another type.
    [InlineData("void M(Guid correlationId) => bus.Write(\"a\");")]
    [InlineData("void M(string correlationId) => bus.Guided(1);")]
    [InlineData("void M(string correlationId) { bus.Send(\"a\"); }")]
    [InlineData("void M(CorrelationId? id) { bus.Send(\"a\"); }")]
    // No call, or a call that is data.
    [InlineData("string M(CorrelationId id) => nameof(bus.Send);")]
    [InlineData("void M(CorrelationId id) { Func<string, Task> send = bus.Send; }")]
    [InlineData("void M(CorrelationId id) { System.Linq.Expressions.Expression<Func<Task>> tree = () => bus.Send(\"a\"); }")]
    // Overloads among themselves.
    [InlineData("void Go(string a) { } void Go(string a, CorrelationId id) => Go(a);")]
    [InlineData("void Go(string a) { } void Go(string a, CorrelationId id) { Action run = () => Go(a); }")]
    [InlineData("void Go(int x, CorrelationId id) => Go(1); void Go(int x) { }")]
    public Task Otherwise_IsSilent(string member) => VerifyAsync(member);

    [Fact]
    public async Task Pragma_Suppresses() => Assert.Empty(await RuleHarness.RunAsync(
        TestCompilation.Create(
            RuleHarness.Usings + "#pragma warning disable INS3001\nclass P { void M(Bus bus, CorrelationId id) => bus.Send(\"a\"); }", RuleHarness.Usings + Library),
        new CorrelationIdNotHandedOnAnalyzer()));

    [Theory]
    [InlineData(ReportDiagnostic.Suppress, null)]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    public async Task Severity_IsTheUsersChoice_AlsoForInformation(ReportDiagnostic severity, DiagnosticSeverity? expected)
    {
        var diagnostics = await RuleHarness.RunAsync(
            Library + "class P { void M(Bus bus, string correlationId) => bus.Write(\"a\"); }", new CorrelationIdNotHandedOnAnalyzer(), severity);

        Assert.Equal(expected, diagnostics.SingleOrDefault()?.Severity);
    }

    [Fact]
    public Task Fix_HandsOnTheId_WhereverItBelongs() => FixHarness.VerifyAsync<CorrelationIdNotHandedOnAnalyzer, CorrelationIdNotHandedOnFixer>(
        Library + """

        class P
        {
            async Task M(Bus bus, CorrelationId @event)
            {
                await bus.Send("a"); // first
                bus.Publish("a" /* b */);
                bus.Publish(message: "a");
                bus.First("a");
                bus.First(message: "a");
                Bus.Shared();
                bus.Many("a", 1);
                bus.Log("a");
                BusExtensions.Log(
                    bus,
                    "a");
            }

            void N(Bus bus, string correlationId) => bus.Options("a");
        }
        """,
        Library + """

        class P
        {
            async Task M(Bus bus, CorrelationId @event)
            {
                await bus.Send("a", @event); // first
                bus.Publish("a", @event /* b */);
                bus.Publish(message: "a", id: @event);
                bus.First(@event, "a");
                bus.First(@event, message: "a");
                Bus.Shared(@event);
                bus.Many("a", @event, 1);
                bus.Log("a", @event);
                BusExtensions.Log(
                    bus,
                    "a",
                    @event);
            }

            void N(Bus bus, string correlationId) => bus.Options("a", correlationId: correlationId);
        }
        """,
        nameof(CorrelationIdNotHandedOnFixer));
}
