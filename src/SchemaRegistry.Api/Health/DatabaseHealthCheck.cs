using Instrumentation.AspNetCore.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SchemaRegistry.Api.Storage;

namespace SchemaRegistry.Api.Health;

/// <summary>Whether the database answers, and how busy its connections are.</summary>
internal sealed class DatabaseHealthCheck(IHealthRepository repository, SqliteDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await repository.ProbeAsync(cancellationToken);
        return HealthCheckResult.Healthy(data: new Dictionary<string, object>(StringComparer.Ordinal) { ["pool"] = database.Pool() });
    }
}
