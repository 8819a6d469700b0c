namespace Instrumentation.Analyzers.Tests.Corpus;

/// <summary>What all cases share: usings, instruments, and the types of packages that do not restore here, declared as their authors do.</summary>
internal static class CorpusSources
{
    public const string Usings = """
        #nullable enable
        #pragma warning disable CS0169, CS0649, CS8618, CS1998
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Diagnostics.Metrics;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Reflection;
        using System.Runtime.CompilerServices;
        using System.Security.Claims;
        using System.Text.RegularExpressions;
        using System.Threading;
        using System.Threading.Tasks;
        using Instrumentation;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.Extensions;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.Compliance.Classification;
        using Microsoft.Extensions.DependencyInjection;
        using Pair = System.Collections.Generic.KeyValuePair<string, object?>;

        """;

    public const string Shared = Usings + """
        public enum Format { Json, Avro, Protobuf }

        public sealed record Order(Guid Id, string Region, Format Format, decimal Total, bool IsNew, string Customer, int Lines);

        public readonly record struct OrderId(Guid Value);

        public abstract class CorpusBase
        {
            protected static readonly Meter Meter = new("sample");
            protected static readonly ActivitySource Source = new("sample");
            protected static readonly Counter<long> Hits = Meter.CreateCounter<long>("hits");
            protected static readonly UpDownCounter<int> Open = Meter.CreateUpDownCounter<int>("open");
            protected static readonly Histogram<double> Took = Meter.CreateHistogram<double>("took");
            protected static readonly Gauge<double> Level = Meter.CreateGauge<double>("level");
            protected static readonly Prometheus.Counter Requests = Prometheus.Metrics.CreateCounter("requests_total", "help", "path");
            protected static readonly Prometheus.Histogram Durations = Prometheus.Metrics.CreateHistogram("duration_seconds", "help", "path");
        }
        """;

    // The signatures of prometheus-net 8.
    public const string Prometheus = """
        #nullable enable
        namespace Prometheus
        {
            public interface ICollector<out TChild> { TChild WithLabels(params string[] labelValues); }
            public abstract class Collector<TChild> : ICollector<TChild>
            {
                public TChild WithLabels(params string[] labelValues) => default!;
                public TChild Labels(params string[] labelValues) => default!;
            }
            public interface ICounter { void Inc(double increment = 1); }
            public interface IHistogram { void Observe(double value); }
            public sealed class Counter : Collector<Counter.Child> { public sealed class Child : ICounter { public void Inc(double increment = 1) { } } }
            public sealed class Histogram : Collector<Histogram.Child> { public sealed class Child : IHistogram { public void Observe(double value) { } } }
            public static class Metrics
            {
                public static Counter CreateCounter(string name, string help, params string[] labelNames) => new();
                public static Histogram CreateHistogram(string name, string help, params string[] labelNames) => new();
            }
        }
        """;

    // Of Microsoft.Extensions.Telemetry.Abstractions and Microsoft.Extensions.Compliance.Abstractions.
    public const string Extensions = """
        #nullable enable
        using System;
        namespace Microsoft.Extensions.Diagnostics.Metrics
        {
            [AttributeUsage(AttributeTargets.Method)]
            public sealed class CounterAttribute : Attribute
            {
                public CounterAttribute(params string[] tagNames) { }
                public CounterAttribute(Type type) { }
                public string? Name { get; set; }
            }
            [AttributeUsage(AttributeTargets.Method)]
            public sealed class HistogramAttribute<T> : Attribute where T : struct
            {
                public HistogramAttribute(params string[] tagNames) { }
                public HistogramAttribute(Type type) { }
                public string? Name { get; set; }
            }
            [AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
            public sealed class TagNameAttribute : Attribute { public TagNameAttribute(string name) { } }
        }
        namespace Microsoft.Extensions.Compliance.Classification
        {
            public readonly struct DataClassification(string taxonomy, string value) { public string TaxonomyName { get; } = taxonomy; public string Value { get; } = value; }
            public abstract class DataClassificationAttribute : Attribute { protected DataClassificationAttribute(DataClassification classification) { } }
        }
        public sealed class PrivateDataAttribute() : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(new("sample", "private"));
        """;
}
