using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Instrumentation.AspNetCore.Health.Checks;

/// <summary>Asks another service over HTTP: who answers with an error is degraded, who does not answer is unhealthy.</summary>
internal sealed class HttpHealthCheck(IHttpClientFactory clients, Uri url, TimeSpan timeout) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var client = clients.CreateClient(nameof(HttpHealthCheck));
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(timeout);
        try
        {
            using var answer = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, enough.Token).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{url.Host} answered {(int)answer.StatusCode}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, FormattableString.Invariant($"{url.Host} did not answer within {timeout.TotalMilliseconds} ms."));
        }
        catch (HttpRequestException exception)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"{url.Host} does not answer: {exception.Message}", exception);
        }
    }
}
