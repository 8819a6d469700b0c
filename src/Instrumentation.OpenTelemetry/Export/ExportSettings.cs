using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace Instrumentation.OpenTelemetry.Export;

/// <summary>What the environment says of the export: OpenTelemetry's variables first, then the short ones.</summary>
internal sealed record ExportSettings(
    SignalSettings? Traces, SignalSettings? Metrics, SignalSettings? Logs, double? SamplingRate, MetricReaderTemporalityPreference Temporality, string Environment)
{
    /// <summary>The share of traces that a production host exports by default.</summary>
    public const double ProductionSamplingRate = 0.1;

    private const string ShortEndpoint = "OTLP_ENDPOINT";
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Sampler = "OTEL_TRACES_SAMPLER";
    private const string SamplerArgument = "OTEL_TRACES_SAMPLER_ARG";
    private const string ShortSamplingRate = "TRACE_SAMPLING_RATE";
    private const int OtlpHttpPort = 4318;

    private static readonly string[] s_positive =
    [
        "OTEL_BSP_MAX_QUEUE_SIZE", "OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "OTEL_BSP_SCHEDULE_DELAY", "OTEL_BSP_EXPORT_TIMEOUT",
        "OTEL_BLRP_MAX_QUEUE_SIZE", "OTEL_BLRP_MAX_EXPORT_BATCH_SIZE", "OTEL_BLRP_SCHEDULE_DELAY", "OTEL_BLRP_EXPORT_TIMEOUT",
        "OTEL_METRIC_EXPORT_INTERVAL", "OTEL_METRIC_EXPORT_TIMEOUT",
    ];

    private static readonly (string Word, bool NeedsRatio)[] s_samplers =
    [
        ("always_on", false), ("always_off", false), ("traceidratio", true), ("parentbased_always_on", false), ("parentbased_always_off", false), ("parentbased_traceidratio", true),
    ];

    /// <summary>Reads the settings of a host.</summary>
    /// <param name="configuration">Its configuration.</param>
    /// <param name="hostEnvironment">Its environment, where <c>ENVIRONMENT</c> names none.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong.</exception>
    public static ExportSettings Read(IConfiguration configuration, string hostEnvironment)
    {
        var reader = new SettingsReader(configuration);
        var isDisabled = reader.Flag("OTEL_SDK_DISABLED") == true;
        var environment = reader.Text("ENVIRONMENT") ?? hostEnvironment;
        var settings = new ExportSettings(
            ReadSignal(reader, Signal.Traces, isDisabled),
            ReadSignal(reader, Signal.Metrics, isDisabled),
            ReadSignal(reader, Signal.Logs, isDisabled),
            ReadSamplingRate(reader, environment),
            ReadTemporality(reader),
            environment);
        foreach (var name in s_positive)
        {
            reader.Positive(name);
        }

        reader.Pairs("OTEL_RESOURCE_ATTRIBUTES");
        reader.ThrowIfWrong();
        return settings;
    }

    private static SignalSettings? ReadSignal(SettingsReader reader, Signal signal, bool isDisabled)
    {
        var word = signal.ToString().ToUpperInvariant();
        var isChosen = reader.Choice($"OTEL_{word}_EXPORTER", ("otlp", true), ("none", false)) ?? true;
        var own = $"OTEL_EXPORTER_OTLP_{word}_ENDPOINT";
        var name = reader.First(own, Endpoint, ShortEndpoint);
        var url = reader.Url(name);
        var protocol = reader.Choice(
            reader.First($"OTEL_EXPORTER_OTLP_{word}_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL"),
            ("grpc", OtlpExportProtocol.Grpc),
            ("http/protobuf", OtlpExportProtocol.HttpProtobuf));
        var timeout = reader.Positive(reader.First($"OTEL_EXPORTER_OTLP_{word}_TIMEOUT", "OTEL_EXPORTER_OTLP_TIMEOUT"));
        var headers = reader.Pairs(reader.First($"OTEL_EXPORTER_OTLP_{word}_HEADERS", "OTEL_EXPORTER_OTLP_HEADERS"), isSecret: true);
        if (url is null || isDisabled || !isChosen)
        {
            return null;
        }

        protocol ??= url.Port == OtlpHttpPort ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;

        // The general endpoint is the base of the signals' paths, a signal's own one is taken as it is: so the specification has it.
        var endpoint = protocol == OtlpExportProtocol.HttpProtobuf && name != own ? Below(url, $"v1/{signal.ToString().ToLowerInvariant()}") : url;
        return new SignalSettings(endpoint, protocol.Value, headers, timeout);
    }

    // Null leaves the decision to the SDK, which reads OpenTelemetry's own variables.
    private static double? ReadSamplingRate(SettingsReader reader, string environment)
    {
        var rate = reader.Share(ShortSamplingRate);
        var needsRatio = reader.Choice(Sampler, s_samplers);
        if (needsRatio == true)
        {
            reader.Share(SamplerArgument);
        }

        return needsRatio is not null ? null
            : rate ?? (environment.Equals("production", StringComparison.OrdinalIgnoreCase) ? ProductionSamplingRate : 1);
    }

    private static MetricReaderTemporalityPreference ReadTemporality(SettingsReader reader) =>
        reader.Choice(
            "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE",
            ("cumulative", MetricReaderTemporalityPreference.Cumulative),
            ("delta", MetricReaderTemporalityPreference.Delta),
            ("lowmemory", MetricReaderTemporalityPreference.LowMemory)) ?? MetricReaderTemporalityPreference.Cumulative;

    private static Uri Below(Uri url, string path) => new(url.AbsoluteUri.TrimEnd('/') + "/" + path);
}
