using Instrumentation.Integration.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Instrumentation.Integration.Tests;

/// <summary>Outcomes that results and exceptions decide, and how they are named.</summary>
public sealed class JudgedTests
{
    private static readonly Verdict s_good = new(true);

    public static TheoryData<Verdict, string> Verdicts => new()
    {
        { s_good, "ok" },
        { new Verdict(false), "error" },
        { new Verdict(true, Turned: true), "rejected" },
        { new Verdict(false, Turned: true), "rejected" },
    };

    [Theory]
    [MemberData(nameof(Verdicts))]
    public Task Sync_ByItsResult_IsOneOutcome(Verdict verdict, string status) => EachWayAsync("judge_sync_seconds", status, judge =>
    {
        Assert.Same(verdict, judge.Sync(verdict));
        return Task.CompletedTask;
    });

    [Theory]
    [MemberData(nameof(Verdicts))]
    public Task CompletedTask_ByItsResult_IsOneOutcome(Verdict verdict, string status) => EachWayAsync("judge_task_seconds", status, judge =>
    {
        var inner = Task.FromResult(verdict);
        Assert.Same(inner, judge.OfTask(inner));
        return Task.CompletedTask;
    });

    [Theory]
    [MemberData(nameof(Verdicts))]
    public Task PendingTask_ByItsResult_IsOneOutcome(Verdict verdict, string status) => EachWayAsync("judge_task_seconds", status, async judge =>
    {
        var source = new TaskCompletionSource<Verdict>();
        var task = judge.OfTask(source.Task);
        source.SetResult(verdict);
        Assert.Same(verdict, await task);
    });

    [Theory]
    [MemberData(nameof(Verdicts))]
    public Task ValueTask_ByItsResult_IsOneOutcome(Verdict verdict, string status) => EachWayAsync("judge_value_task_seconds", status, async judge =>
    {
        var source = new TaskCompletionSource<Verdict>();
        var pending = judge.OfValueTask(new ValueTask<Verdict>(source.Task));
        source.SetResult(verdict);
        Assert.Same(verdict, await pending);
    });

    [Fact]
    public async Task State_IsReadAfterTheCall()
    {
        var judge = new Judge();
        var (ok, error) = (await CountAsync("judge_void_seconds", "ok"), await CountAsync("judge_void_seconds", "error"));
        judge.Void(1, breaks: false);
        judge.Void(1, breaks: true);
        judge.Void(0, breaks: true);
        judge.Void(4, breaks: false);
        Assert.Equal((ok + 2, error + 2), (await CountAsync("judge_void_seconds", "ok"), await CountAsync("judge_void_seconds", "error")));
    }

    [Fact]
    public async Task Sequence_IsJudgedWhenItEnds()
    {
        var judge = new Judge();
        var (ok, error) = (await CountAsync("judge_sequence_seconds", "ok"), await CountAsync("judge_sequence_seconds", "error"));
        Assert.Equal([0, 1], judge.Sequence(2, breaks: false));
        Assert.Equal([0], judge.Sequence(1, breaks: true));
        judge.Broken = false;
        Assert.Empty(judge.Sequence(0, breaks: false));
        Assert.Equal((ok + 1, error + 2), (await CountAsync("judge_sequence_seconds", "ok"), await CountAsync("judge_sequence_seconds", "error")));
    }

    [Fact]
    public async Task Condition_ThatThrows_DecidesNothingAndIsCounted()
    {
        var (ok, errors) = (await CountAsync("judge_throwing_seconds", "ok"), await Scraped.ValueAsync("instrumentation_expression_errors_total") ?? 0);
        Assert.Equal((null!, 1), new Judge().Throwing(null));
        Assert.Equal(ok + 1, await CountAsync("judge_throwing_seconds", "ok"));
        Assert.True(await Scraped.ValueAsync("instrumentation_expression_errors_total") > errors);
    }

    [Fact]
    public async Task Value_OfAResultThatFailed_IsRecordedUnderItsOutcome()
    {
        var judge = new Judge();
        var before = await Scraped.ValueAsync("judge_sync_size_total{status=\"error\"}") ?? 0;
        var failures = await Scraped.ValueAsync("judge_sync_failures_total") ?? 0;
        judge.Sync(new Verdict(false, Size: 7));
        Assert.Equal(before + 7, await Scraped.ValueAsync("judge_sync_size_total{status=\"error\"}"));
        Assert.True(await Scraped.ValueAsync("judge_sync_failures_total") > failures);
    }

    [Fact]
    public async Task Exception_OfAListedType_IsARejection()
    {
        var judge = new Judge();
        var before = await CountAsync("judge_thrown_seconds", "rejected");
        Assert.Throws<QuotaException>(() => judge.Thrown(new QuotaException("day")));
        Assert.Throws<MonthlyQuotaException>(() => judge.Thrown(new MonthlyQuotaException()));
        Assert.Throws<BrokenCircuitException>(() => judge.Thrown(new BrokenCircuitException()));
        Assert.Equal(before + 3, await CountAsync("judge_thrown_seconds", "rejected"));

        var timeouts = await CountAsync("judge_thrown_seconds", "timeout");
        Assert.Throws<TimeoutRejectedException>(() => judge.Thrown(new TimeoutRejectedException()));
        Assert.Equal(timeouts + 1, await CountAsync("judge_thrown_seconds", "timeout"));
    }

    [Fact]
    public async Task Rejected_IsShownAtZeroOnlyWhereItIsDeclared()
    {
        _ = new Judge();
        var text = await Scraped.TextAsync();
        Assert.Contains("judge_sync_size_total{status=\"rejected\"}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("tags_judged_total{result=\"rejected\"}", text, StringComparison.Ordinal);
        Assert.Contains("tags_judged_total{result=\"timeout\"}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_OfOutcomes_AreThoseDeclared()
    {
        var named = new Named();
        named.Check(true);
        named.Check(false);
        named.Check(false);
        Assert.Equal((1, 2), (await Scraped.ValueAsync("named_checks_total{mode=\"full\",result=\"compatible\"}"), await Scraped.ValueAsync("named_checks_total{mode=\"full\",result=\"incompatible\"}")));
        Assert.Equal(3, await Scraped.ValueAsync("named_check_seconds_count{mode=\"full\"}"));
    }

    [Fact]
    public async Task Names_ThatOutcomesShare_AreOneSeries()
    {
        var named = new Named();
        named.Lookup("x", null);
        named.Lookup(null, null);
        foreach (var failure in new Exception[] { new InvalidOperationException(), new OperationCanceledException(), new TimeoutException(), new BrokenCircuitException() })
        {
            Assert.Same(failure, Record.Exception(() => named.Lookup(null, failure)));
        }

        Assert.Equal((1, 5), (await Scraped.ValueAsync("named_lookup_seconds_count{mode=\"full\",status=\"success\"}"), await Scraped.ValueAsync("named_lookup_seconds_count{mode=\"full\",status=\"error\"}")));
        Assert.Equal((1, 5), (await Scraped.ValueAsync("named_lookup_total{mode=\"full\",status=\"success\"}"), await Scraped.ValueAsync("named_lookup_total{mode=\"full\",status=\"error\"}")));
        Assert.Equal((1, 2), (await Scraped.ValueAsync("named_lookups_total{mode=\"full\",result=\"hit\"}"), await Scraped.ValueAsync("named_lookups_total{mode=\"full\",result=\"miss\"}")));
        Assert.Equal(3, await Scraped.ValueAsync("named_lookups_total{mode=\"full\",result=\"error\"}"));
    }

    /// <summary>Through a call site and through a decorator: each call is one outcome.</summary>
    private static async Task EachWayAsync(string metric, string status, Func<IJudge, Task> call)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IJudge, Judge>();
        services.AddInstrumentation();
        await using var provider = services.BuildServiceProvider();
        var decorated = provider.GetRequiredService<IJudge>();
        Assert.IsNotType<Judge>(decorated);
        Assert.Equal(await CountAsync(metric, status) + 1, await AfterAsync(decorated));

        // The interface is not instrumented, so that only the adapter's calls are replaced.
        Assert.Equal(await CountAsync(metric, status) + 1, await AfterAsync(new Direct(new Judge())));

        async Task<double> AfterAsync(IJudge judge)
        {
            await call(judge);
            return await CountAsync(metric, status);
        }
    }

    private static async Task<double> CountAsync(string metric, string status) => await Scraped.ValueAsync($"{metric}_count{{status=\"{status}\"}}") ?? 0;

    private sealed class Direct(Judge judge) : IJudge
    {
        public Verdict Sync(Verdict verdict) => judge.Sync(verdict);

        public Task<Verdict> OfTask(Task<Verdict> inner) => judge.OfTask(inner);

        public ValueTask<Verdict> OfValueTask(ValueTask<Verdict> inner) => judge.OfValueTask(inner);
    }
}
