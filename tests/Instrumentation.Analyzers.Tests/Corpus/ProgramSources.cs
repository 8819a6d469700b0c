namespace Instrumentation.Analyzers.Tests.Corpus;

/// <summary>What the programs share: usings, and the types of packages that do not restore here, declared as their authors do.</summary>
internal static class ProgramSources
{
    public const string Usings = """
        #nullable enable
        #pragma warning disable CS0169, CS0649, CS8618, CS1998, CS0414
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Diagnostics.Metrics;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Channels;
        using System.Threading.Tasks;
        using Instrumentation;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;
        using Pair = System.Collections.Generic.KeyValuePair<string, object?>;

        """;

    public static string Libraries => Prometheus + OpenTelemetry + AppMetrics + ProgramBrokers.All;

    private const string Prometheus = """
        #nullable enable
        namespace Prometheus
        {
            using System;
            public interface ICollector<out TChild> { TChild WithLabels(params string[] labelValues); }
            public abstract class Collector<TChild> : ICollector<TChild> { public TChild WithLabels(params string[] labelValues) => default!; }
            public interface ICounter { void Inc(double increment = 1); void IncTo(double targetValue); double Value { get; } }
            public interface IGauge { void Inc(double increment = 1); void Dec(double decrement = 1); void Set(double val); void IncTo(double targetValue); void DecTo(double targetValue); double Value { get; } }
            public interface IHistogram { void Observe(double value); }
            public sealed class Counter : Collector<Counter.Child>, ICounter
            {
                public sealed class Child : ICounter { public void Inc(double increment = 1) { } public void IncTo(double targetValue) { } public double Value => 0; }
                public void Inc(double increment = 1) { }
                public void IncTo(double targetValue) { }
                public double Value => 0;
            }
            public sealed class Gauge : Collector<Gauge.Child>, IGauge
            {
                public sealed class Child : IGauge { public void Inc(double increment = 1) { } public void Dec(double decrement = 1) { } public void Set(double val) { } public void IncTo(double targetValue) { } public void DecTo(double targetValue) { } public double Value => 0; }
                public void Inc(double increment = 1) { }
                public void Dec(double decrement = 1) { }
                public void Set(double val) { }
                public void IncTo(double targetValue) { }
                public void DecTo(double targetValue) { }
                public double Value => 0;
            }
            public static class GaugeExtensions { public static IDisposable TrackInProgress(this IGauge gauge) => null!; }
            public sealed class Histogram : Collector<Histogram.Child>, IHistogram { public sealed class Child : IHistogram { public void Observe(double value) { } } public void Observe(double value) { } public static double[] ExponentialBuckets(double start, double factor, int count) => []; }
            public sealed class Summary : Collector<Summary.Child> { public sealed class Child { public void Observe(double value) { } } public void Observe(double value) { } }
            public class HistogramConfiguration { public double[]? Buckets { get; set; } public string[]? LabelNames { get; set; } }
            public static class Metrics
            {
                public static Counter CreateCounter(string name, string help, params string[] labelNames) => new();
                public static Gauge CreateGauge(string name, string help, params string[] labelNames) => new();
                public static Histogram CreateHistogram(string name, string help, HistogramConfiguration? configuration = null) => new();
                public static Summary CreateSummary(string name, string help, params string[] labelNames) => new();
            }
        }

        """;

    private const string OpenTelemetry = """
        namespace OpenTelemetry.Metrics
        {
            using System;
            public abstract class MeterProviderBuilder { public abstract MeterProviderBuilder AddMeter(params string[] names); }
            public class MetricStreamConfiguration { public string? Name { get; set; } }
            public class HistogramConfiguration : MetricStreamConfiguration { }
            public class ExplicitBucketHistogramConfiguration : HistogramConfiguration { public double[]? Boundaries { get; set; } }
            public sealed class Base2ExponentialBucketHistogramConfiguration : HistogramConfiguration { public int MaxSize { get; set; } }
            public static class MeterProviderBuilderExtensions
            {
                public static MeterProviderBuilder AddView(this MeterProviderBuilder builder, string name, MetricStreamConfiguration configuration) => builder;
                public static MeterProviderBuilder AddPrometheusExporter(this MeterProviderBuilder builder) => builder;
                public static MeterProviderBuilder AddOtlpExporter(this MeterProviderBuilder builder) => builder;
            }
        }
        namespace OpenTelemetry.Trace
        {
            using System;
            public abstract class TracerProviderBuilder { public abstract TracerProviderBuilder AddSource(params string[] names); }
            public static class ActivityExtensions { public static void RecordException(this System.Diagnostics.Activity? activity, Exception? exception) { } public static void SetStatus(this System.Diagnostics.Activity? activity, int status) { } }
            public class TelemetrySpan : IDisposable { public void End() { } public void Dispose() { } public void RecordException(Exception exception) { } }
            public class Tracer { public TelemetrySpan StartActiveSpan(string name) => new(); }
        }

        """;

    private const string AppMetrics = """
        namespace App.Metrics
        {
            public interface IMetricsBuilder { IOutputMetrics OutputMetrics { get; } }
            public interface IOutputMetrics { }
            public interface IMeasureMetrics { }
            public static class PrometheusOutput { public static IMetricsBuilder AsPrometheusPlainText(this IOutputMetrics output) => null!; public static IMetricsBuilder AsJson(this IOutputMetrics output) => null!; }
        }
        namespace App.Metrics.Histogram { public class HistogramOptions { public string? Name { get; set; } } }
        namespace App.Metrics.Timer { public class TimerOptions { public string? Name { get; set; } } }
        namespace App.Metrics.Counter { public class CounterOptions { public string? Name { get; set; } } }
        namespace App.Metrics.Formatters.Prometheus { public class MetricsPrometheusTextOutputFormatter { } }

        """;
}
