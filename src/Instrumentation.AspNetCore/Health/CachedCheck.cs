using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Instrumentation.AspNetCore.Health;

/// <summary>One check, run by at most one probe at a time and not again while its result is fresh: probes cannot load what it looks at.</summary>
internal sealed class CachedCheck(HealthCheckRegistration registration, HealthCheckService service, HealthEndpointOptions options, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private Task<CheckOutcome>? _pending;
    private CheckOutcome? _last;

    public string Name => registration.Name;

    public IReadOnlySet<string> Tags { get; } = new HashSet<string>(registration.Tags, StringComparer.OrdinalIgnoreCase);

    /// <summary>The result, fresh enough; waits for it no longer than the options say.</summary>
    public async Task<CheckOutcome> ReadAsync()
    {
        var (last, pending) = Begin();
        if (pending is null)
        {
            return last!;
        }

        try
        {
            return await pending.WaitAsync(options.Timeout, clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new CheckOutcome(HealthStatus.Unhealthy, options.Timeout, clock.GetUtcNow(), FormattableString.Invariant($"No answer within {options.Timeout.TotalSeconds} s."), Pool: null);
        }
    }

    private (CheckOutcome? Last, Task<CheckOutcome>? Pending) Begin()
    {
        lock (_gate)
        {
            if (_pending is null && (_last is null || clock.GetUtcNow() - _last.At >= options.CacheDuration))
            {
                _pending = Task.Run(RunAsync);
            }

            return (_last, _pending);
        }
    }

    private async Task<CheckOutcome> RunAsync()
    {
        var outcome = await AskAsync().ConfigureAwait(false);
        lock (_gate)
        {
            _last = outcome;
            _pending = null;
        }

        return outcome;
    }

    private async Task<CheckOutcome> AskAsync()
    {
        var start = clock.GetTimestamp();
        try
        {
            // The framework scopes the check, catches what it throws and logs it.
            var report = await service.CheckHealthAsync(candidate => ReferenceEquals(candidate, registration)).ConfigureAwait(false);
            var entry = report.Entries[registration.Name];
            var error = entry.Status == HealthStatus.Healthy ? null : entry.Description ?? entry.Exception?.Message;
            return new CheckOutcome(entry.Status, entry.Duration, clock.GetUtcNow(), error, entry.Data.Values.OfType<PoolStatistics>().FirstOrDefault());
        }
#pragma warning disable CA1031 // A check that cannot even be made (a missing service) is as good as one that failed.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new CheckOutcome(HealthStatus.Unhealthy, clock.GetElapsedTime(start), clock.GetUtcNow(), exception.Message, Pool: null);
        }
    }
}
