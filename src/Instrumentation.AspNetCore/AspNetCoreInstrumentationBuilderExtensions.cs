using System.Diagnostics;
using Instrumentation.AspNetCore;
using Instrumentation.AspNetCore.Correlation;
using Instrumentation.AspNetCore.Health;
using Instrumentation.AspNetCore.Http;
using Instrumentation.AspNetCore.Logging;
using Instrumentation.AspNetCore.Management;
using Instrumentation.Hosting;
using Instrumentation.Tracing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds the ASP.NET Core parts to <c>builder.AddInstrumentation()</c>.</summary>
public static class AspNetCoreInstrumentationBuilderExtensions
{
    /// <summary>
    /// Adds what a service needs around its own code: correlation ids, which every <see cref="HttpClient"/> of the factory sends on; the trace context as W3C has it; metrics of requests and of the process;
    /// JSON log lines on the console; health endpoints; export by OTLP (<see cref="OtlpExportExtensions.AddOtlpExport"/>).
    /// </summary>
    /// <remarks>
    /// Settings, as environment variables or in any other source of the host's configuration:
    /// <list type="table">
    /// <item><term><c>JSON_LOGS</c></term><description><c>true</c> or <c>false</c>: log lines as JSON, or as text for people. Default: what <c>Logging:Console:FormatterName</c> says, else JSON.</description></item>
    /// <item><term><c>LOG_LEVEL</c></term><description><c>trace</c>, <c>debug</c>, <c>info</c>, <c>warn</c>, <c>error</c>, <c>critical</c> or <c>off</c>; takes the place of <c>Logging:LogLevel:Default</c>, and <c>off</c> silences every category.
    /// Levels of single categories stay, and <c>Microsoft.AspNetCore</c> is at <c>warn</c> unless the host says otherwise.</description></item>
    /// <item><term><c>Instrumentation:*</c></term><description>The properties of <see cref="AspNetCoreInstrumentationOptions"/>.</description></item>
    /// </list>
    /// </remarks>
    /// <example>
    /// <code>
    /// builder.AddInstrumentation().AddAspNetCore(o =&gt; o.Prefix = "schema_registry");
    /// builder.Services.AddHealthChecks().AddMemory(limitMegabytes: 1024);
    ///
    /// var app = builder.Build();
    /// app.UseInstrumentation();
    /// app.MapInstrumentation("/metrics");
    /// app.MapInstrumentationHealth();
    /// </code>
    /// </example>
    /// <param name="builder">What <c>AddInstrumentation</c> returned.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="OptionsValidationException">A setting is wrong; the message names it, its value, and what is allowed. Wrong options stop the start of the host in the same way.</exception>
    public static InstrumentationBuilder AddAspNetCore(this InstrumentationBuilder builder, Action<AspNetCoreInstrumentationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var (services, settings) = (builder.Host.Services, LogSettings.Read(builder.Host.Configuration));
        services.AddOptions<AspNetCoreInstrumentationOptions>().Configure<IConfiguration>(OptionsBinding.Bind).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AspNetCoreInstrumentationOptions>, OptionsValidator>());
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddHealthChecks();
        services.TryAddSingleton<HealthReports>();
        services.TryAddSingleton<CorrelationIds>();
        services.TryAddSingleton<LogSampling>();
        services.TryAddSingleton(static provider => HttpMetrics.Create(provider.GetRequiredService<IOptions<AspNetCoreInstrumentationOptions>>().Value));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, ManagementAddress>());
        services.ConfigureHttpClientDefaults(static client => client.AddCorrelation());
        AddPropagator(services);
        AddConsole(builder.Host.Logging, settings);
        services.ConfigureOpenTelemetryLoggerProvider(static logs => logs.AddProcessor(static _ => new LogContextProcessor()));
        return builder.AddOtlpExport();
    }

    // A propagator that the process has chosen for itself is left alone.
    private static void AddPropagator(IServiceCollection services)
    {
        if (DistributedContextPropagator.Current.GetType() == DistributedContextPropagator.CreateDefaultPropagator().GetType())
        {
            services.Replace(ServiceDescriptor.Singleton<DistributedContextPropagator, W3CPropagator>());
        }
    }

    private static void AddConsole(ILoggingBuilder logging, LogSettings settings)
    {
        logging.AddConsole();
        logging.AddConsoleFormatter<JsonLineFormatter, ConsoleFormatterOptions>(static options => options.IncludeScopes = true);
        logging.Services.PostConfigure<ConsoleLoggerOptions>(options => options.FormatterName = settings.IsJson switch
        {
            true => JsonLineFormatter.FormatterName,
            false => ConsoleFormatterNames.Simple,
            null => options.FormatterName ?? JsonLineFormatter.FormatterName,
        });

        // The formatter writes trace and span id itself; the factory's scope would repeat them in every line.
        logging.Services.Configure<LoggerFactoryOptions>(static options => options.ActivityTrackingOptions = ActivityTrackingOptions.None);
        logging.Services.PostConfigure<LoggerFilterOptions>(options => LogRules.Apply(options, settings.Level));
    }
}
