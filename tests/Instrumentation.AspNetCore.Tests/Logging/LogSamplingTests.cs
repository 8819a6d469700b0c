using Instrumentation.AspNetCore.Logging;
using Instrumentation.AspNetCore.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Instrumentation.AspNetCore.Tests.Logging;

public sealed class LogSamplingTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.01, 1000)]
    [InlineData(0.5, 50_000)]
    [InlineData(1, 100_000)]
    public void EvenSampler_KeepsItsShare(double rate, int expected)
    {
        var sampler = new EvenSampler(rate);

        var kept = Enumerable.Range(0, 100_000).Count(_ => sampler.Next());

        Assert.InRange(kept, expected - 3, expected + 3);
    }

    [Fact]
    public void EvenSampler_AskedInTurns_KeepsSomeOfEach()
    {
        var sampler = new EvenSampler(0.01);

        var kept = Enumerable.Range(0, 100_000).Where(_ => sampler.Next()).GroupBy(static i => i % 10).ToDictionary(static group => group.Key, static group => group.Count());

        Assert.All(Enumerable.Range(0, 10), turn => Assert.InRange(kept[turn], 90, 110));
    }

    [Fact]
    public async Task Lines_OfPolledPaths_AreOneInAHundred_AndEveryErrorIsWritten()
    {
        var log = new RecordingLoggerProvider();
        await using var app = await TestApp.StartAsync(
            static app =>
            {
                app.MapGet("/health/{kind}", static (string kind, ILogger<RecordingLoggerProvider> logger) =>
                {
                    logger.LogInformation("Looking at {Kind}", kind);
                    if (kind == "bad")
                    {
                        logger.LogWarning("Weak");
                        return Results.StatusCode(503);
                    }

                    return Results.Ok();
                });
                app.MapGet("/healthy", static () => "ok");
            },
            build: builder => builder.Services.AddSingleton<ILoggerProvider>(log));

        for (var i = 0; i < 1000; i++)
        {
            (await app.Http.GetAsync("/HEALTH/good")).Dispose();
            (await app.Http.GetAsync("/healthy")).Dispose();
        }

        for (var i = 0; i < 20; i++)
        {
            (await app.Http.GetAsync("/health/bad")).Dispose();
        }

        await app.StopAsync();
        var lines = log.Requests();
        Assert.InRange(lines.Count(static line => line.Contains("/health/{kind} answered 200", StringComparison.Ordinal)), 8, 12);
        Assert.Equal(1000, lines.Count(static line => line.Contains("/healthy answered 200", StringComparison.Ordinal)));
        Assert.Equal(20, lines.Count(static line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("answered 503", StringComparison.Ordinal)));
        Assert.Equal(20, lines.Count(static line => line.EndsWith("Weak", StringComparison.Ordinal)));

        // All lines of a request or none.
        Assert.Equal(
            lines.Count(static line => line.Contains("/health/{kind} answered 200", StringComparison.Ordinal)), lines.Count(static line => line.EndsWith("Looking at good", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Rates_OfTheConfiguration_AreTheNearestPaths()
    {
        var log = new RecordingLoggerProvider();
        await using var app = await TestApp.StartAsync(
            static app => app.MapGet("/{**path}", static () => "ok"),
            build: builder => builder.Services.AddSingleton<ILoggerProvider>(log),
            settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Instrumentation:LogSampling:/api"] = "0", ["Instrumentation:LogSampling:/api/important"] = "1", ["Instrumentation:LogSampling:/metrics"] = "1" });

        foreach (var path in (string[])["/api/x", "/api/important/x", "/metrics"])
        {
            (await app.Http.GetAsync(path)).Dispose();
        }

        await app.StopAsync();
        Assert.Equal(2, log.Requests().Count);
    }
}
