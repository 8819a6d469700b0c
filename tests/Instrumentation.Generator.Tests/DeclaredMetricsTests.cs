using Instrumentation.Generator.Shared;
using Instrumentation.Generator.Tests.Infrastructure;

namespace Instrumentation.Generator.Tests;

/// <summary>The metrics that are embedded in the assembly for rules in others.</summary>
public sealed class DeclaredMetricsTests
{
    private const string Source = """

        namespace Shop;

        public enum Mode { Full, Fast }

        [Instrumented("shop_call_seconds", Buckets = [0.5, 1], Calls = true, InFlight = true)]
        [OutcomeNames(Tag = "status", Failure = "error|\\")]
        [Tag("kind", Value = "x")]
        internal sealed class Orders
        {
            [MetricCounter("orders_total", OutcomeTag = "result", Unit = "items")]
            [ErrorTypes(typeof(TimeoutException))]
            public int Place([Tag] Mode mode) => 1;

            [MetricGauge("orders_open", Unit = "items", Tags = [])]
            public int Open => 1;
        }

        internal static partial class OrderMetrics
        {
            [MetricHistogram("order_sizes", Unit = "bytes", OutcomeTag = "ignored")]
            [MetricSummary("order_weights", Unit = "grams", Tags = [])]
            public static partial void Size([Tag] Mode mode, [Value] long size);
        }

        internal static class Plain
        {
            [Instrumented]
            public static void Run() { }
        }
        """;

    [Fact]
    public void Metrics_OfEveryKind_AreEmbeddedAndReadBack()
    {
        var registrar = GeneratorHarness.Generate(Source)["InstrumentationRegistrar.g.cs"];
        Assert.Contains("Metrics = new[]", registrar, StringComparison.Ordinal);

        GeneratorHarness.Run(GeneratorHarness.Compile(("Source.cs", GeneratorHarness.GlobalUsings + Source)), out var compilation);
        var embedded = compilation.Assembly.All(KnownNames.RegistrarAttribute).Single().Elements("Metrics")!.Value.Select(static text => MetricDeclaration.Parse((string)text.Value!));
        Assert.Equal(
            [
                new("call_duration_seconds", "histogram", "seconds", "", "assembly, method, outcome, type", ""),
                new("order_sizes", "histogram", "bytes", "", "mode", ""),
                new("order_weights", "summary", "grams", "", "", ""),
                new("orders_open", "observed gauge", "items", "", "", ""),
                new("orders_total", "counter", "items", "", "error_type, kind, mode, result", "success, error|\\, cancelled, timeout, rejected"),
                new("shop_call_in_flight", "up-down counter", "", "", "kind", ""),
                new("shop_call_seconds", "histogram", "seconds", "0.5, 1", "kind, status", "success, error|\\, cancelled, timeout, rejected"),
                new("shop_call_total", "counter", "", "", "kind, status", "success, error|\\, cancelled, timeout, rejected"),
            ],
            embedded);
    }

    // The rules read the same from the sources, with the generated bodies beside them, as the generator embeds.
    [Fact]
    public void Metrics_OfTheSources_AreThoseEmbedded()
    {
        GeneratorHarness.Run(GeneratorHarness.Compile(("Source.cs", GeneratorHarness.GlobalUsings + Source)), out var compilation);
        var embedded = compilation.Assembly.All(KnownNames.RegistrarAttribute).Single().Elements("Metrics")!.Value.Select(static text => (string)text.Value!);
        var declared = compilation.GetSymbolsWithName(static _ => true, Microsoft.CodeAnalysis.SymbolFilter.Type)
            .OfType<Microsoft.CodeAnalysis.INamedTypeSymbol>()
            .SelectMany(MetricDeclarations.Of)
            .Select(static declared => declared.Metric.Text())
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        Assert.Equal(embedded, declared);
    }
}
