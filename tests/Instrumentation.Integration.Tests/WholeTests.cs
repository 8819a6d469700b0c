using System.Diagnostics;
using Instrumentation.Integration.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Integration.Tests;

/// <summary>Calls, calls under way, spans of a kind and logs of failures; and numbers of every sort.</summary>
[Collection(nameof(WholeTests))]
[CollectionDefinition(nameof(WholeTests), DisableParallelization = true)]
public sealed class WholeTests
{
    private const string Common = "{assembly=\"Instrumentation.Integration.Tests\",method=\"Common\",type=\"Whole\"}";

    private readonly Whole _whole = new();

    [Fact]
    public async Task InFlight_RisesBeforeTheCallAndFallsWithItsEnd()
    {
        const string gauge = "whole_call_in_flight{color=\"verdant\"}";
        var counted = await Scraped.ValueAsync("whole_call_total{color=\"verdant\",outcome=\"success\"}") ?? 0;
        var source = new TaskCompletionSource<int>();
        var (one, two) = (_whole.CallAsync(Color.Green, source.Task), _whole.CallAsync(Color.Green, source.Task));
        Assert.Equal(2, await Scraped.ValueAsync(gauge));

        source.SetResult(1);
        await Task.WhenAll(one, two);
        Assert.Equal(0, await Scraped.ValueAsync(gauge));
        Assert.Equal(counted + 2, await Scraped.ValueAsync("whole_call_total{color=\"verdant\",outcome=\"success\"}"));

        await Assert.ThrowsAsync<ArgumentNullException>(() => _whole.CallAsync(Color.Green, null!));
        await Assert.ThrowsAsync<TaskCanceledException>(() => _whole.CallAsync(Color.Green, Task.FromCanceled<int>(new CancellationToken(true))));
        Assert.Equal(0, await Scraped.ValueAsync(gauge));
    }

    [Fact]
    public async Task InFlight_OfACallThatReturns_IsUpInsideIt()
    {
        var inside = 0.0;
        _whole.Common(() => (int)(inside = Scraped.ValueAsync("calls_in_flight" + Common).GetAwaiter().GetResult() ?? -1), reject: false);
        Assert.Equal(1, inside);
        Assert.Throws<InvalidOperationException>(() => _whole.Common(() => throw new InvalidOperationException(), reject: true));
        Assert.Equal(0, await Scraped.ValueAsync("calls_in_flight" + Common));
        Assert.True(await Scraped.ValueAsync("calls_total" + Common.Replace("method=\"Common\",", "method=\"Common\",outcome=\"failure\",", StringComparison.Ordinal)) >= 1);
    }

    [Fact]
    public async Task InFlight_OfASequence_LastsUntilItIsDisposed()
    {
        const string gauge = "whole_items_in_flight";
        await using (var items = _whole.ItemsAsync(3).GetAsyncEnumerator())
        {
            Assert.Equal(0, await Scraped.ValueAsync(gauge));
            Assert.True(await items.MoveNextAsync());
            Assert.Equal(1, await Scraped.ValueAsync(gauge));
        }

        Assert.Equal(0, await Scraped.ValueAsync(gauge));
        Assert.Equal(0, await Scraped.ValueAsync("whole_sequences_open{count=\"2\"}"));
        Assert.Throws<ArgumentOutOfRangeException>(() => _whole.Sequence(-1));
        Assert.Equal([0, 1], _whole.Sequence(2));
        Assert.Equal(0, await Scraped.ValueAsync("whole_sequences_open{count=\"2\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("whole_sequences_read_total{count=\"2\",outcome=\"success\"}"));
        Assert.DoesNotContain("whole_sequence_seconds", await Scraped.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Span_HasNameKindAndTheErrorOfItsResult()
    {
        using var spans = new SpanRecorder();
        await _whole.CallAsync(Color.Green, Task.FromResult(-1));
        _whole.Common(() => 1, reject: true);
        Assert.Equal(
            [("call out", ActivityKind.Client, ActivityStatusCode.Error, "_OTHER"), ("Whole.Common", ActivityKind.Internal, ActivityStatusCode.Error, "rejected")],
            spans.Stopped.Select(span => (span.DisplayName, span.Kind, span.Status, (string?)span.GetTagItem("error.type"))));
    }

    [Fact]
    public async Task Failures_AreLoggedInTheSpanWithoutArguments()
    {
        using var spans = new SpanRecorder();
        var log = new LogRecorder();
        using var host = LoggingHost(log);
        await Assert.ThrowsAsync<TimeoutException>(() => _whole.CallAsync(Color.Green, Task.FromException<int>(new TimeoutException("secret"))));
        await _whole.CallAsync(Color.Green, Task.FromResult(-7));
        await _whole.CallAsync(Color.Green, Task.FromResult(7));
        _whole.Common(() => 1, reject: true);
        await Assert.ThrowsAsync<TaskCanceledException>(() => _whole.CallAsync(Color.Green, Task.FromCanceled<int>(new CancellationToken(true))));

        const string category = "Instrumentation.Integration.Tests.Whole";
        Assert.Equal(
            [
                (category, LogLevel.Error, "Whole.CallAsync ended in timeout: System.TimeoutException"),
                (category, LogLevel.Error, "Whole.CallAsync ended in failure: its result says so"),
                (category, LogLevel.Warning, "Whole.Common ended in rejection: its result says so"),
            ],
            log.Lines.Select(line => (line.Category, line.Level, line.Text)));
        Assert.Equal(["call out", "call out", "Whole.Common"], log.Lines.Select(line => line.Span));
    }

    [Fact]
    public void Logger_ThatThrows_DoesNotReachTheCaller()
    {
        using var host = LoggingHost(new LogRecorder { Fails = true });
        Assert.Equal(1, _whole.Common(() => 1, reject: true));
    }

    [Fact]
    public async Task Numbers_OfEverySort_AreRecorded()
    {
        _whole.Spend(TimeSpan.FromMilliseconds(1500), 0.25m, 0.5);
        _whole.Spend(TimeSpan.FromMilliseconds(250), 0.5m, 1.5);
        Assert.Equal((1.75, 0.75, -1.5), (await Scraped.ValueAsync("whole_seconds_total"), await Scraped.ValueAsync("whole_cost_total"), await Scraped.ValueAsync("whole_balance")));
        Assert.Equal((1.5, 2), (await Scraped.ValueAsync("whole_rate"), await Scraped.ValueAsync("whole_rates_sum")));

        var dropped = await Scraped.ValueAsync("instrumentation_dropped_values_total{instrument=\"whole_cost_total\"}") ?? 0;
        _whole.Spend(default, -1, 1);
        Assert.Equal(0.75, await Scraped.ValueAsync("whole_cost_total"));
        Assert.Equal(dropped + 1, await Scraped.ValueAsync("instrumentation_dropped_values_total{instrument=\"whole_cost_total\"}"));
        Assert.Equal(0.5, await Scraped.ValueAsync("whole_balance"));
    }

    private static IHost LoggingHost(ILoggerProvider provider)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddProvider(provider);
        builder.AddInstrumentation();
        return builder.Build();
    }
}
