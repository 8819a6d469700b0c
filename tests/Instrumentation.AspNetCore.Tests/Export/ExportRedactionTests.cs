using System.Text.Json;
using Instrumentation.AspNetCore.Logging;
using Instrumentation.AspNetCore.Tests.Infrastructure;
using Instrumentation.AspNetCore.Tests.Logging;
using Instrumentation.TestTools.Otlp;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Instrumentation.AspNetCore.Tests.Export;

/// <summary>What is classified stays in the process, whether a message, a scope or a logging method has it, and wherever the line goes.</summary>
[Collection(ExportCollection.Name)]
public sealed class ExportRedactionTests
{
    private static readonly Login s_login = new("ann", "s3cret");

    [Fact]
    public async Task Scopes_AreExported_WithTheirSecretsHidden()
    {
        var record = await ExportedAsync(static logger =>
        {
            using var outer = logger.BeginScope(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Login"] = s_login, ["Shop"] = "outer", ["Order"] = 7 });
            using var inner = logger.BeginScope("{Shop} of {Owner}", "inner", s_login);
            using var text = logger.BeginScope("only a text");
            logger.LogWarning("Order is {Order}", 8);
        });

        var attributes = record.Attributes(6);
        Assert.Equal(("Login { Name = ann, Password = *** }", "Login { Name = ann, Password = *** }"), (attributes["Login"], attributes["Owner"]));
        Assert.Equal(("inner", "8", "Order is {Order}"), (attributes["Shop"], attributes["Order"], attributes["{OriginalFormat}"]));
        Assert.Equal("Order is 8", record.All(5).Single().Text(1));
    }

    [Fact]
    public async Task LoggingMethod_OfTheFrameworksGenerator_IsExportedWithItsSecretsHidden()
    {
        var record = await ExportedAsync(static logger => logger.Paid("ann@example.org", 3, "4111"));

        var attributes = record.Attributes(6);
        Assert.Equal(("***", "***"), (attributes["Email"], attributes["Card"]));
        Assert.Equal("*** paid 3.00 with ***", record.All(5).Single().Text(1));
    }

    [Fact]
    public void LoggingMethod_OfTheFrameworksGenerator_IsWrittenWithItsSecretsHidden()
    {
        var line = Written(static logger => logger.Paid("ann@example.org", 3, "4111"));

        Assert.Equal("*** paid 3.00 with ***", line.GetProperty("message").GetString());
        Assert.Equal(("***", "***"), (line.GetProperty("fields").GetProperty("Email").GetString(), line.GetProperty("fields").GetProperty("Card").GetString()));
    }

    [Fact]
    public void LoggingMethod_WithoutAMessage_HidesItsSecretsToo()
    {
        var line = Written(static logger => logger.Untitled("t0ken", "here"));

        Assert.Equal(("***", "here"), (line.GetProperty("fields").GetProperty("token").GetString(), line.GetProperty("fields").GetProperty("place").GetString()));
        Assert.DoesNotContain("t0ken", line.GetRawText(), StringComparison.Ordinal);
    }

    private static async Task<ProtoMessage> ExportedAsync(Action<ILogger> log)
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using (var app = await TestApp.StartAsync(static _ => { }, settings: new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_TRACES_EXPORTER"] = "none",
            ["OTEL_METRICS_EXPORTER"] = "none",
        }))
        {
            log(app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Secrets"));
        }

        return Assert.Single(receiver.Received("/v1/logs").SelectMany(static message => message.All(1, 2)).Where(static scope => scope.All(1).Any(static name => name.Text(1) == "Secrets")).SelectMany(static scope => scope.All(2)));
    }

    private static JsonElement Written(Action<ILogger> log)
    {
        using var output = new StringWriter();
        log(new LineLogger(new JsonLineFormatter(new FixedOptions(), new FixedClock()), output));
        return JsonElement.Parse(output.ToString());
    }

    private sealed record Login(string Name, [Private] string Password);

    /// <summary>Hands what it is given to the formatter, as the console does.</summary>
    private sealed class LineLogger(JsonLineFormatter formatter, TextWriter output) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> text) =>
            formatter.Write(new LogEntry<TState>(logLevel, "Secrets", eventId, state, exception, text), scopeProvider: null, output);
    }
}
