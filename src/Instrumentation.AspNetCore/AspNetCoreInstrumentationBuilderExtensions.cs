using System.Diagnostics;
using Instrumentation.AspNetCore;
using Instrumentation.AspNetCore.Logging;
using Instrumentation.Hosting;
using Instrumentation.Tracing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds the ASP.NET Core parts to <c>builder.AddInstrumentation()</c>.</summary>
public static class AspNetCoreInstrumentationBuilderExtensions
{
    /// <summary>
    /// Adds correlation ids, which every <see cref="HttpClient"/> of the factory sends on, the trace context as W3C has it, one log line per finished request, and JSON log lines on the console that carry the correlation id.
    /// </summary>
    /// <remarks>
    /// The host's configuration has the last word: <c>Logging:Console:FormatterName</c> and <c>Logging:LogLevel:Microsoft.AspNetCore</c>
    /// are only set where it says nothing.
    /// </remarks>
    /// <param name="builder">What <c>AddInstrumentation</c> returned.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The same builder.</returns>
    public static InstrumentationBuilder AddAspNetCore(this InstrumentationBuilder builder, Action<AspNetCoreInstrumentationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Host.Services;
        services.AddOptions<AspNetCoreInstrumentationOptions>()
            .Validate(static options => IsHeaderName(options.CorrelationHeader), "CorrelationHeader is not a header name.")
            .ValidateOnStart();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.ConfigureHttpClientDefaults(static client => client.AddCorrelation());
        AddPropagator(services);
        AddJsonConsole(builder.Host.Logging);
        return builder;
    }

    // A propagator that the process has chosen for itself is left alone.
    private static void AddPropagator(IServiceCollection services)
    {
        if (DistributedContextPropagator.Current.GetType() == DistributedContextPropagator.CreateDefaultPropagator().GetType())
        {
            services.Replace(ServiceDescriptor.Singleton<DistributedContextPropagator, W3CPropagator>());
        }
    }

    private static void AddJsonConsole(ILoggingBuilder logging)
    {
        logging.AddConsole();
        logging.AddConsoleFormatter<JsonLineFormatter, ConsoleFormatterOptions>(static options => options.IncludeScopes = true);
        logging.Services.PostConfigure<ConsoleLoggerOptions>(static options => options.FormatterName ??= JsonLineFormatter.FormatterName);

        // The formatter writes trace and span id itself; the factory's scope would repeat them in every line.
        logging.Services.Configure<LoggerFactoryOptions>(static options => options.ActivityTrackingOptions = ActivityTrackingOptions.None);

        // First in the list: of rules for the same category the last one counts, so the host's own wins.
        logging.Services.PostConfigure<LoggerFilterOptions>(static options =>
            options.Rules.Insert(0, new LoggerFilterRule(providerName: null, "Microsoft.AspNetCore", LogLevel.Warning, filter: null)));
    }

    private static bool IsHeaderName(string? name) =>
        !string.IsNullOrEmpty(name) && name.All(static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
}
