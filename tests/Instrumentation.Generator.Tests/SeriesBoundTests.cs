using System.Reflection;
using System.Runtime.CompilerServices;
using Instrumentation.Generator.Shared;
using Instrumentation.Generator.Tests.Infrastructure;
using Instrumentation.Metrics;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests;

/// <summary>What the rules compute from the sources is what the runtime reserves for the generated instruments.</summary>
public sealed class SeriesBoundTests
{
    private const string Source = """

        namespace Bounds;

        public enum Mode { Full, Fast, Slow }

        public sealed class Result { public bool Ok { get; } public Mode? Mode { get; } }

        [Instrumented("bounds_call_seconds", Buckets = [0.5, 1], Calls = true, InFlight = true)]
        [OutcomeNames(Tag = "status", Cancelled = "failure", Timeout = "failure")]
        [Tag("kind", Value = "x")]
        internal sealed class Orders
        {
            [MetricCounter("bounds_orders_total", OutcomeTag = "result")]
            [ErrorTypes(typeof(TimeoutException), typeof(InvalidOperationException))]
            [Tag("size", From = "lines > 10 ? \"large\" : \"small\"")]
            public int Place([Tag] Mode mode, [Tag] bool isNew, [Tag(MaxValues = 20)] string region, [Tag(Values = ["a", "b"])] string? level, int lines) => 1;

            [MetricCounter("bounds_results_total")]
            [Tag("ok", From = "result.Ok")]
            [Tag("mode", From = "result.Mode")]
            public Result Find() => new();

            public Task FindAllAsync() => Task.CompletedTask;

            [MetricGauge("bounds_open")]
            [Tag("always", From = "true")]
            public int Open => 1;
        }

        internal static partial class OrderMetrics
        {
            [MetricHistogram("bounds_sizes")]
            [MetricSummary("bounds_weights", Tags = [])]
            public static partial void Size([Tag] Mode? mode, [Tag(MaxValues = 3)] long shard, [Value] long size);
        }

        internal sealed partial class Waiting
        {
            [MetricCounter("bounds_waits_total", Tags = ["mode", "shard"])]
            [MetricCounter("bounds_modes_total", Tags = ["mode"])]
            public async partial Task WaitAsync([Tag] Mode mode, [Tag(MaxValues = 3)] long shard) => await Task.Yield();

            [MetricCounter("bounds_modes_total", Tags = ["mode"])]
            public async partial Task WaitAgainAsync([Tag] Mode mode) => await Task.Yield();

            [MetricCounter("bounds_modes_total", Tags = ["mode"])]
            public void Go([Tag] Mode mode) { }
        }

        internal static class Plain
        {
            [Instrumented]
            public static void Run() { }
        }
        """;

    [Fact]
    public void Bound_OfEachMetric_IsTheRuntimesOwn()
    {
        GeneratorHarness.Run(GeneratorHarness.Compile(("Source.cs", GeneratorHarness.GlobalUsings + Source)), out var compilation);
        var declared = compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>().SelectMany(MetricDeclarations.Of).Where(static one => one.Metric.Name.StartsWith("bounds_", StringComparison.Ordinal));
        var computed = declared.GroupBy(static one => one.Metric.Name, StringComparer.Ordinal).OrderBy(static metric => metric.Key, StringComparer.Ordinal)
            .Select(metric => $"{metric.Key} {SeriesBound.Together(metric.Select(one => SeriesBound.Factors(one, compilation, CancellationToken.None)), static factors => factors).Sum(static same => SeriesBound.Product(same.First().Where(static factor => factor.Name != "samples")))}");

        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        foreach (var type in Assembly.Load(image.ToArray()).GetTypes().Where(static type => !type.ContainsGenericParameters))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        string[] names = ["bounds_call_in_flight", "bounds_call_seconds", "bounds_call_total", "bounds_modes_total", "bounds_open", "bounds_orders_total", "bounds_results_total", "bounds_sizes", "bounds_waits_total", "bounds_weights"];
        Assert.Equal(names.Select(static name => $"{name} {MetricRegistry.Find(name)!.SeriesBound}"), computed);
    }
}
