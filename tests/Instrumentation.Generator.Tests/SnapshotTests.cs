using System.Runtime.CompilerServices;
using Instrumentation.Generator.Tests.Infrastructure;

namespace Instrumentation.Generator.Tests;

/// <summary>The generated text, reviewed: what a change of the emitters changes is seen in the diff of these files.</summary>
public sealed class SnapshotTests
{
    private const string Repository = """

        namespace Shop.Storage;

        public enum Format { Avro, JsonSchema, Protobuf }

        public sealed record NewSchema(string Subject, Format Format, string Text);

        public sealed record Registration(int Id, bool IsNew);

        public interface ISchemaRepository : IDisposable
        {
            int Count { get; }

            Task<Registration> AddAsync(NewSchema schema, CancellationToken cancellation);

            string? Find(string subject);
        }

        [Instrumented("storage_query_duration_seconds", Buckets = [0.001, 0.005, 0.1])]
        [Tag("repository", Value = "schema")]
        public sealed class SchemaRepository : ISchemaRepository
        {
            public int Count => 0;

            [MetricCounter("schemas_registered_total", When = Outcomes.Success, Description = "Schemas registered.")]
            [Tag("format", From = "schema.Format")]
            [Tag("created", From = "result.IsNew")]
            [SpanTag("schema.subject", From = "schema.Subject")]
            public Task<Registration> AddAsync(NewSchema schema, CancellationToken cancellation) => Task.FromResult(new Registration(1, true));

            public string? Find([SpanTag] string subject) => subject;

            public void Dispose() { }
        }

        public sealed class Caller(SchemaRepository repository)
        {
            public async Task<int> RegisterAsync(NewSchema schema)
            {
                _ = repository.Find(schema.Subject);
                return (await repository.AddAsync(schema, default)).Id;
            }
        }
        """;

    private const string Shapes = """

        public static class Library
        {
            [MetricCounter("calls_total")]
            public static void Static([Tag(MaxValues = 20)] string region) { }

            [Instrumented("wait_seconds", Span = false)]
            public static ValueTask<T?> GenericAsync<T>(this T item, params int[] more) where T : class => new(item);
        }

        public struct Meter
        {
            private int _value;

            [MetricHistogram("meter_bytes", Value = "result + step", Unit = "bytes", Buckets = [1, 2.5])]
            [MetricSummary("meter_read_seconds"), MetricSummary("meter_step_bytes", Value = "step", Unit = "bytes")]
            public ref int Next(in int step) => ref _value;
        }

        public static class Program
        {
            public static async Task Main()
            {
                Library.Static("eu");
                await "x".GenericAsync(1, 2);
                var meter = new Meter();
                meter.Next(3) = 4;
            }
        }
        """;

    private const string ByHand = """

        namespace Shop.Telemetry;

        public enum Provider { OpenAi, Anthropic }

        /// <summary>Instruments that are called by hand.</summary>
        [Tag("service", Value = "orchestrator")]
        public static partial class LlmMetrics
        {
            /// <summary>Counts tokens.</summary>
            [MetricCounter("llm_tokens_total", Description = "Tokens used.")]
            [MetricHistogram("llm_request_tokens", Buckets = [10, 100, 1000], Tags = ["provider"])]
            public static partial void TokensUsed([Tag] Provider provider, [Tag(MaxValues = 200)] string model, [Value] long tokens);

            /// <summary>Another generator's.</summary>
            internal static partial void Log(string message);
        }

        internal partial class Queue<T>
        {
            public int Length { get; set; }

            [MetricGauge("queue_length", Value = "this.Length")]
            [Tag("first", From = "name[0] == 'a'")]
            private partial void Changed(string name, TimeSpan? age = null);
        }

        /// <summary>Observed.</summary>
        public sealed class Pool
        {
            /// <summary>Open connections.</summary>
            [MetricGauge("pool_connections", Aggregate = GaugeAggregate.Max)]
            [Tag("state", From = "IsFull ? \"full\" : \"free\"")]
            public int? Open => 1;

            /// <summary>Whether it is full.</summary>
            public bool IsFull => false;

            /// <summary>Pools made.</summary>
            [MetricGauge("pools_age_seconds")]
            public static TimeSpan Age() => default;
        }
        """;

    private const string Weaves = """

        namespace Shop;

        public enum Format { Avro, Json }

        public interface IStore
        {
            Task<int> AddAsync(Format format, string text, CancellationToken cancellation = default);
        }

        /// <summary>Records its own calls.</summary>
        public partial class Store : IStore
        {
            /// <summary>In place, with tags that callers hand over.</summary>
            [Instrumented("store_add_seconds", InFlight = true)]
            [Tag("empty", From = "text.Length == 0")]
            [Tag("new", From = "result > 0")]
            [SpanTag("text", From = "text")]
            public async partial Task<int> AddAsync([Tag] Format format, string text, CancellationToken cancellation)
            {
                await Task.Yield();
                return text.Length;
            }

            /// <summary>At its definition.</summary>
            [Instrumented("store_find_seconds", Span = false)]
            public virtual partial string? Find([Tag(MaxValues = 20)] string region);

            private string? FindCore(string region) => region;

            /// <summary>At its definition, over a body in place.</summary>
            [Instrumented("store_save_seconds", Span = false)]
            public static partial ValueTask SaveAsync<T>([Tag] Format format, T value)
                where T : notnull;

            private static async partial ValueTask SaveAsyncCore<T>(Format format, T value)
                where T : notnull => await Task.Yield();
        }

        public sealed class Caller(Store store)
        {
            public async Task<int> RunAsync()
            {
                await Store.SaveAsync(Format.Json, store.Find("eu") ?? "");
                return await store.AddAsync(Format.Avro, "text", default);
            }
        }
        """;

    [Fact]
    public void Weaves_AtDefinitionAndInPlace() => Match("\n#pragma warning disable CS1591\n" + Weaves);

    [Fact]
    public void ByHand_AndObserved() => Match(ByHand);

    [Fact]
    public void Repository_WithInterface() => Match(Repository);

    [Fact]
    public void Shapes_StaticGenericAndByReference() => Match(Shapes);

    private static void Match(string source, [CallerMemberName] string test = "") =>
        Snapshot.Match(string.Join("\n", GeneratorHarness.Generate(source).Select(static file => $"======== {file.Key}\n{file.Value}")), test: test);
}
