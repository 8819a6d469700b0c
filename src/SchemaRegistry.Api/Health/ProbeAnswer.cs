using System.Text.Json;
using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Health;

/// <summary>Plain JSON whatever the prober accepts.</summary>
internal sealed class ProbeAnswer(HealthBody body, int status) : IResult
{
    public HealthBody Body { get; } = body;

    public int Status { get; } = status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        httpContext.Response.ContentType = "application/json";
        httpContext.Response.Headers.CacheControl = "no-store";
        await JsonSerializer.SerializeAsync(httpContext.Response.Body, Body, RegistryJson.Of<HealthBody>(), httpContext.RequestAborted);
    }
}
