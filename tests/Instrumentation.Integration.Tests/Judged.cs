using System.Data.Common;

namespace Instrumentation.Integration.Tests;

/// <summary>What a judged call gives.</summary>
/// <param name="Accepted">Whether it went well.</param>
/// <param name="Turned">Whether it was turned away.</param>
/// <param name="Size">A value to record.</param>
public sealed record Verdict(bool Accepted, bool Turned = false, int Size = 1);

/// <summary>An exception of the tests' own that means a rejection.</summary>
/// <param name="message">What happened.</param>
public class QuotaException(string message) : Exception(message);

/// <summary>A descendant of it.</summary>
public sealed class MonthlyQuotaException() : QuotaException("month");

/// <summary>Called by its interface, and so through a decorator.</summary>
public interface IJudge
{
    /// <summary>Completed when it is called.</summary>
    Verdict Sync(Verdict verdict);

    /// <summary>Completed or pending.</summary>
    Task<Verdict> OfTask(Task<Verdict> inner);

    /// <summary>Completed or pending.</summary>
    ValueTask<Verdict> OfValueTask(ValueTask<Verdict> inner);
}

/// <summary>Methods whose results decide their outcome.</summary>
[OutcomeNames(Tag = "status", Success = "ok", Failure = "error")]
public sealed class Judge : IJudge
{
    internal bool Broken { get; set; }

    /// <inheritdoc />
    [Instrumented("judge_sync_seconds")]
    [MetricCounter("judge_sync_size_total", Value = "result.Size", OutcomeTag = "status")]
    [MetricCounter("judge_sync_failures_total", When = Outcomes.Failure)]
    [FailureWhen("!result.Accepted")]
    [FailureWhen("result.Size < 0")]
    [RejectedWhen("result.Turned")]
    public Verdict Sync(Verdict verdict) => verdict;

    /// <inheritdoc />
    [Instrumented("judge_task_seconds")]
    [FailureWhen("!result.Accepted && this.Broken == false")]
    [RejectedWhen("result.Turned")]
    public Task<Verdict> OfTask(Task<Verdict> inner) => inner;

    /// <inheritdoc />
    [Instrumented("judge_value_task_seconds")]
    [FailureWhen("!result.Accepted")]
    [RejectedWhen("result.Turned")]
    public ValueTask<Verdict> OfValueTask(ValueTask<Verdict> inner) => inner;

    [Instrumented("judge_void_seconds")]
    [FailureWhen("this.Broken || limit > 3")]
    internal void Void(int limit, bool breaks) => Broken = breaks && limit > 0;

    [Instrumented("judge_sequence_seconds")]
    [FailureWhen("this.Broken || count == 0")]
    internal IEnumerable<int> Sequence(int count, bool breaks)
    {
        for (var i = 0; i < count; i++)
        {
            yield return i;
        }

        Broken = breaks;
    }

    [Instrumented("judge_throwing_seconds")]
    [FailureWhen("result.Text.Length == 0")]
    internal (string Text, int Number) Throwing(string? text) => (text!, 1);

    [Instrumented("judge_thrown_seconds")]
    [RejectedWhen(typeof(QuotaException))]
    internal void Thrown(Exception? failure)
    {
        if (failure is not null)
        {
            throw failure;
        }
    }
}

/// <summary>Names of outcomes as dashboards have them.</summary>
[Tag("mode", Value = "full")]
internal sealed class Named
{
    [Instrumented("named_check_seconds", OutcomeTag = "")]
    [MetricCounter("named_checks_total", OutcomeTag = "result")]
    [OutcomeNames(Success = "compatible", Failure = "incompatible")]
    [FailureWhen("!result")]
    public bool Check(bool compatible) => compatible;

    [Instrumented("named_lookup_seconds", Calls = true)]
    [MetricCounter("named_lookups_total", OutcomeTag = "result")]
    [OutcomeNames(Metric = "named_lookups_total", Success = "hit", Failure = "miss")]
    [OutcomeNames(Tag = "status", Failure = "error", Cancelled = "error", Timeout = "error", Rejected = "error")]
    [FailureWhen("result is null")]
    public string? Lookup(string? found, Exception? failure) => failure is null ? found : throw failure;
}

/// <summary>Methods that tell the type of their errors.</summary>
[ErrorTypes(typeof(DbException), typeof(TimeoutException))]
internal sealed class Erring
{
    [MetricCounter("erring_errors_total", When = Outcomes.All & ~Outcomes.Success)]
    public void OfType(Exception? failure)
    {
        if (failure is not null)
        {
            throw failure;
        }
    }

    [Instrumented("erring_own_seconds", Calls = true)]
    [ErrorTypes(typeof(Exception), typeof(InvalidOperationException), typeof(OperationCanceledException), Tag = "kind")]
    [FailureWhen("result < 0")]
    public async Task<int> OwnAsync(int result, Task inner)
    {
        await inner;
        return result;
    }
}
