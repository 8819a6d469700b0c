using Instrumentation.AspNetCore.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("JSON_LOGS", "yes", "JSON_LOGS is 'yes'; allowed is one of true, 1, false, 0.")]
    [InlineData("LOG_LEVEL", "loud", "LOG_LEVEL is 'loud'; allowed is one of trace, debug, info, information, warn, warning, error, critical, off, none.")]
    [InlineData("OTLP_ENDPOINT", "jaeger:4317", "OTLP_ENDPOINT is 'jaeger:4317'; allowed is an absolute http or https URL, such as http://localhost:4317.")]
    [InlineData("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "nowhere", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT is 'nowhere'; allowed is an absolute http or https URL, such as http://localhost:4317.")]
    [InlineData("TRACE_SAMPLING_RATE", "10%", "TRACE_SAMPLING_RATE is '10%'; allowed is a number from 0 to 1, such as 0.1.")]
    [InlineData("TRACE_SAMPLING_RATE", "1.5", "TRACE_SAMPLING_RATE is '1.5'; allowed is a number from 0 to 1, such as 0.1.")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http", "OTEL_EXPORTER_OTLP_PROTOCOL is 'http'; allowed is one of grpc, http/protobuf.")]
    [InlineData("OTEL_TRACES_SAMPLER", "tenth", "OTEL_TRACES_SAMPLER is 'tenth'; allowed is one of always_on, always_off, traceidratio, parentbased_always_on, parentbased_always_off, parentbased_traceidratio.")]
    [InlineData("OTEL_BSP_MAX_QUEUE_SIZE", "0", "OTEL_BSP_MAX_QUEUE_SIZE is '0'; allowed is a whole number above 0.")]
    [InlineData("OTEL_METRICS_EXPORTER", "console", "OTEL_METRICS_EXPORTER is 'console'; allowed is one of otlp, none.")]
    [InlineData("OTEL_RESOURCE_ATTRIBUTES", "broken", "OTEL_RESOURCE_ATTRIBUTES is 'broken'; allowed is a list of names with values, such as one=1,two=2.")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "key=secret,oops", "OTEL_EXPORTER_OTLP_HEADERS is '<part 2, not shown: it may be secret>'; allowed is a list of names with values, such as one=1,two=2.")]
    public void Setting_Wrong_StopsTheStartAndSaysWhatIsAllowed(string name, string value, string message)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Build(new() { [name] = value }));

        Assert.Equal(message, failure.Message);
    }

    [Theory]
    [InlineData("Instrumentation:Prefix", "a-b", "Instrumentation:Prefix is 'a-b'; allowed is the beginning of a metric's name: letters, digits and underscores, no digit first.")]
    [InlineData("Instrumentation:CorrelationHeader", "a b", "Instrumentation:CorrelationHeader is 'a b'; allowed is the name of a header.")]
    [InlineData("Instrumentation:LogSampling:/x", "2", "Instrumentation:LogSampling:/x is '2'; allowed is a share from 0 to 1 for a path that begins with '/'.")]
    [InlineData("Instrumentation:Http:MaxRoutes", "0", "Instrumentation:Http:MaxRoutes is '0'; allowed is a number from 1 to 10000.")]
    [InlineData("Instrumentation:ManagementPort", "70000", "Instrumentation:ManagementPort is '70000'; allowed is a port from 1 to 65535.")]
    [InlineData("Instrumentation:Http:MaxRoutes", "many", "Instrumentation:Http:MaxRoutes is 'many'; allowed is a whole number.")]
    [InlineData("Instrumentation:Http:Names", "Zabbix", "Instrumentation:Http:Names is 'Zabbix'; allowed is one of Prometheus, OpenTelemetry, None.")]
    [InlineData("Instrumentation:Http:StatusOnAll", "perhaps", "Instrumentation:Http:StatusOnAll is 'perhaps'; allowed is true or false.")]
    [InlineData("Instrumentation:Health:Timeout", "soon", "Instrumentation:Health:Timeout is 'soon'; allowed is a time, such as 00:00:05.")]
    [InlineData("Instrumentation:LogSampling:/x", "half", "Instrumentation:LogSampling:/x is 'half'; allowed is a number.")]
    public async Task Option_Wrong_StopsTheStartAndSaysWhatIsAllowed(string name, string value, string message)
    {
        await using var app = Build(new() { [name] = value });

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Equal(message, failure.Message);
    }

    [Fact]
    public void Settings_AllWrong_AreAllNamed()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Build(new() { ["OTLP_ENDPOINT"] = "x", ["TRACE_SAMPLING_RATE"] = "y" }));

        Assert.Equal(["OTLP_ENDPOINT", "TRACE_SAMPLING_RATE"], failure.Failures.Select(static text => text.Split(' ')[0]).Distinct());
    }

    [Theory]
    [InlineData("trace", LogLevel.Trace, LogLevel.Trace)]
    [InlineData("DEBUG", LogLevel.Debug, LogLevel.Debug)]
    [InlineData("info", LogLevel.Information, LogLevel.Information)]
    [InlineData("warn", LogLevel.Warning, LogLevel.Warning)]
    [InlineData("error", LogLevel.Error, LogLevel.Warning)]
    public async Task LogLevel_OfTheEnvironment_ReplacesTheDefaultOnly(string value, LogLevel least, LogLevel ofCategory)
    {
        await using var app = Build(new() { ["LOG_LEVEL"] = value, ["Logging:LogLevel:Default"] = "Critical", ["Logging:LogLevel:Special"] = ofCategory.ToString() });
        var loggers = app.Services.GetRequiredService<ILoggerFactory>();

        Assert.Equal(least, LeastOf(loggers.CreateLogger("Any")));
        Assert.Equal(ofCategory, LeastOf(loggers.CreateLogger("Special")));
    }

    [Fact]
    public async Task LogLevel_Off_SilencesEverything()
    {
        await using var app = Build(new() { ["LOG_LEVEL"] = "off", ["Logging:LogLevel:Special"] = "Trace" });
        var loggers = app.Services.GetRequiredService<ILoggerFactory>();

        Assert.All((string[])["Any", "Special", "Microsoft.AspNetCore.Hosting"], category => Assert.Equal(LogLevel.None, LeastOf(loggers.CreateLogger(category))));
    }

    [Theory]
    [InlineData(null, null, "instrumentation")]
    [InlineData("true", "simple", "instrumentation")]
    [InlineData("false", null, "simple")]
    [InlineData(null, "systemd", "systemd")]
    public async Task JsonLogs_OfTheEnvironment_Decide(string? jsonLogs, string? formatter, string expected)
    {
        await using var app = Build(new() { ["JSON_LOGS"] = jsonLogs, ["Logging:Console:FormatterName"] = formatter });

        Assert.Equal(expected, app.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
    }

    private static LogLevel LeastOf(ILogger logger) => Enum.GetValues<LogLevel>().First(level => level == LogLevel.None || logger.IsEnabled(level));

    private static WebApplication Build(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILoggerProvider>(new RecordingLoggerProvider());
        builder.AddInstrumentation().AddAspNetCore();
        return builder.Build();
    }
}
