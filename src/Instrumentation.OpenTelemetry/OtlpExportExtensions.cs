using System.Reflection;
using Instrumentation;
using Instrumentation.Hosting;
using Instrumentation.OpenTelemetry.Export;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Microsoft.Extensions.Hosting;

/// <summary>Sends traces, metrics and logs to an OpenTelemetry collector.</summary>
public static class OtlpExportExtensions
{
    // OpenTelemetry's defaults, in milliseconds.
    private const int ExportInterval = 60_000;
    private const int ExportTimeout = 30_000;

    private static readonly string[] s_frameworkSources = ["Microsoft.AspNetCore", "System.Net.Http"];
    private static readonly string[] s_frameworkMeters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime", "Instrumentation.AspNetCore"];

    /// <summary>
    /// Exports by OTLP, through the OpenTelemetry SDK and as the host's configuration says (environment variables, <c>appsettings.json</c> or any other source); without an endpoint nothing is added. <c>AddAspNetCore</c> calls it.
    /// </summary>
    /// <remarks>
    /// <list type="table">
    /// <listheader><term>setting</term><description>meaning</description></listheader>
    /// <item><term><c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, else <c>OTLP_ENDPOINT</c></term><description>The collector, an http or https URL; <c>OTEL_EXPORTER_OTLP_TRACES_ENDPOINT</c> (<c>METRICS</c>, <c>LOGS</c>) for one signal.</description></item>
    /// <item><term><c>OTEL_EXPORTER_OTLP_PROTOCOL</c></term><description><c>grpc</c> or <c>http/protobuf</c>; default <c>grpc</c>, but <c>http/protobuf</c> for port 4318. <c>_HEADERS</c>, <c>_TIMEOUT</c> (milliseconds) and the variables of one signal as OpenTelemetry has them.</description></item>
    /// <item><term><c>OTEL_TRACES_SAMPLER</c>, <c>_ARG</c>, else <c>TRACE_SAMPLING_RATE</c></term><description>The share of traces that begin here and are exported, 0 to 1; default 0.1 where the environment is <c>production</c>, else 1.</description></item>
    /// <item><term><c>ENVIRONMENT</c></term><description>The resource's <c>deployment.environment.name</c> (and its older name <c>deployment.environment</c>); default: the host's environment. <c>OTEL_RESOURCE_ATTRIBUTES</c> and <c>OTEL_SERVICE_NAME</c> win.</description></item>
    /// <item><term><c>OTEL_TRACES_EXPORTER</c>, <c>OTEL_METRICS_EXPORTER</c>, <c>OTEL_LOGS_EXPORTER</c></term><description><c>otlp</c> or <c>none</c>.</description></item>
    /// <item><term><c>OTEL_SDK_DISABLED</c></term><description><c>true</c>: nothing is exported.</description></item>
    /// <item><term><c>OTEL_BSP_*</c>, <c>OTEL_BLRP_*</c>, <c>OTEL_METRIC_EXPORT_INTERVAL</c></term><description>Queues and intervals, read by the SDK.</description></item>
    /// </list>
    /// Export happens beside the service, from queues with an end. What did not fit, or was not taken by the receiver, is counted in <c>instrumentation_export_dropped_total{signal,reason}</c>.
    /// Call it after the configuration's sources are complete.
    /// </remarks>
    /// <param name="builder">What <c>AddInstrumentation</c> returned.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="OptionsValidationException">A setting is wrong; the message names it, its value, and what is allowed.</exception>
    public static InstrumentationBuilder AddOtlpExport(this InstrumentationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var host = builder.Host;
        var settings = ExportSettings.Read(host.Configuration, host.Environment.EnvironmentName.ToLowerInvariant());
        if (settings is { Traces: null, Metrics: null, Logs: null } || host.Services.Any(static service => service.ServiceType == typeof(QueueDrops)))
        {
            return builder;
        }

        host.Services.AddSingleton<QueueDrops>().AddHostedService<ExportService>();
        var telemetry = new HostOpenTelemetryBuilder(host.Services).ConfigureResource(resource => Describe(resource, host.Environment.ApplicationName, settings));
        AddTraces(telemetry, settings);
        AddMetrics(telemetry, settings);
        AddLogs(telemetry, settings);
        return builder;
    }

    private static void AddTraces(IOpenTelemetryBuilder telemetry, ExportSettings settings)
    {
        if (settings.Traces is not { } signal)
        {
            return;
        }

        telemetry.WithTracing(traces => traces
            .AddSource(s_frameworkSources)
            .AddInstrumentation(options => options.SamplingRate ??= settings.SamplingRate)
            .AddProcessor(provider =>
            {
                var queue = OptionsOf<BatchExportActivityProcessorOptions>(provider);
                return new BatchActivityExportProcessor(
                    new SpanExporter(signal.ToOptions()), queue.MaxQueueSize, queue.ScheduledDelayMilliseconds, queue.ExporterTimeoutMilliseconds, queue.MaxExportBatchSize);
            }));
    }

    private static void AddMetrics(IOpenTelemetryBuilder telemetry, ExportSettings settings)
    {
        if (settings.Metrics is not { } signal)
        {
            return;
        }

        telemetry.WithMetrics(metrics => metrics
            .AddInstrumentation()
            .AddMeter(s_frameworkMeters)
            .AddReader(provider =>
            {
                var options = OptionsOf<PeriodicExportingMetricReaderOptions>(provider);
                return new PeriodicExportingMetricReader(
                    new MetricExporter(signal.ToOptions()), options.ExportIntervalMilliseconds ?? ExportInterval, options.ExportTimeoutMilliseconds ?? ExportTimeout)
                {
                    TemporalityPreference = settings.Temporality,
                };
            }));
    }

    private static void AddLogs(IOpenTelemetryBuilder telemetry, ExportSettings settings)
    {
        if (settings.Logs is not { } signal)
        {
            return;
        }

        telemetry.Services.AddSingleton<LogScopes>().AddSingleton<ILoggerProvider>(static provider => provider.GetRequiredService<LogScopes>());
        telemetry.WithLogging(
            logs =>
            {
                var exporter = new OtlpLogExporter(signal.ToOptions());
                logs.AddProcessor(static provider => new RecordContext(provider.GetRequiredService<LogScopes>()));
                logs.AddProcessor(provider =>
                {
                    var queue = OptionsOf<BatchExportLogRecordProcessorOptions>(provider);
                    return new BatchLogRecordExportProcessor(
                        new RecordExporter(exporter), queue.MaxQueueSize, queue.ScheduledDelayMilliseconds, queue.ExporterTimeoutMilliseconds, queue.MaxExportBatchSize);
                });

                // After the queue, which it must outlive.
                logs.AddProcessor(_ => new ExporterOwner(exporter));
            },
            static options =>
            {
                options.IncludeFormattedMessage = true;
                options.ParseStateValues = true;
            });
    }

    // The SDK reads its variables from the host's configuration.
    private static TOptions OptionsOf<TOptions>(IServiceProvider provider)
        where TOptions : class => provider.GetRequiredService<IOptionsMonitor<TOptions>>().CurrentValue;

    // The environment's own words come last, because they win.
    private static void Describe(ResourceBuilder resource, string service, ExportSettings settings) => resource
        .AddService(service, serviceVersion: Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
        .AddAttributes([new("deployment.environment.name", settings.Environment), new("deployment.environment", settings.Environment)])
        .AddEnvironmentVariableDetector();
}
