using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Instrumentation.AspNetCore.Tests.Infrastructure;

/// <summary>A check that answers as it is told, and counts.</summary>
internal sealed class ProbedCheck : IHealthCheck
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _gate;
    private int _runs;

    public HealthCheckResult Answer { get; set; } = HealthCheckResult.Healthy();

    public Exception? Failure { get; set; }

    public int Runs => Volatile.Read(ref _runs);

    /// <summary>Ends when the check is first run.</summary>
    public Task Entered => _entered.Task;

    /// <summary>Lets the check wait until the result is set.</summary>
    public TaskCompletionSource Hold() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _runs);
        _entered.TrySetResult();
        if (_gate is { } gate)
        {
            await gate.Task;
        }

        return Failure is null ? Answer : throw Failure;
    }
}
