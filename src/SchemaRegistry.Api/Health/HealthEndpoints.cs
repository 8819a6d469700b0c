using Microsoft.AspNetCore.Mvc;
using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Health;

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", Live);
        endpoints.MapGet("/health/ready", ReadyAsync);
    }

    // Alive is whoever answers; a broken database is no reason to restart the process.
    private static ProbeAnswer Live() => new(new HealthBody("live"), StatusCodes.Status200OK);

    private static async Task<ProbeAnswer> ReadyAsync([FromServices] IHealthService health, CancellationToken cancellation)
    {
        var body = await health.ReadyAsync(cancellation);
        var ready = string.Equals(body.Status, HealthService.Ready, StringComparison.Ordinal);
        return new ProbeAnswer(body, ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
