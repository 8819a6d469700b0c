using Microsoft.AspNetCore.Mvc;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Config;

internal static class ConfigEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/config", GetGlobalAsync);
        api.MapPut("/config", SetGlobalAsync);
        api.MapDelete("/config", ResetGlobalAsync);
        api.MapGet("/config/{subject}", GetAsync);
        api.MapPut("/config/{subject}", SetAsync);
        api.MapDelete("/config/{subject}", RemoveAsync);
    }

    private static async Task<Answer<ConfigBody>> GetGlobalAsync([FromServices] IConfigService configs, CancellationToken cancellation) =>
        Show(await configs.GetGlobalAsync(cancellation));

    private static async Task<Answer<ConfigRequestEcho>> SetGlobalAsync(
        JsonBody<ConfigRequest> body, [FromServices] IConfigService configs, CancellationToken cancellation)
    {
        var level = CompatibilityLevels.Parse(body.Value.Compatibility);
        await configs.SetGlobalAsync(level, cancellation);
        return Echo(level);
    }

    private static async Task<Answer<ConfigBody>> ResetGlobalAsync([FromServices] IConfigService configs, CancellationToken cancellation) =>
        Show(await configs.ResetGlobalAsync(cancellation));

    private static async Task<Answer<ConfigBody>> GetAsync(
        SubjectName name, bool? defaultToGlobal, [FromServices] IConfigService configs, CancellationToken cancellation) =>
        Show(await configs.GetAsync(name.Value, defaultToGlobal ?? false, cancellation));

    private static async Task<Answer<ConfigRequestEcho>> SetAsync(
        SubjectName name, JsonBody<ConfigRequest> body, [FromServices] IConfigService configs, CancellationToken cancellation)
    {
        var level = CompatibilityLevels.Parse(body.Value.Compatibility);
        await configs.SetAsync(name.Value, level, cancellation);
        return Echo(level);
    }

    private static async Task<Answer<ConfigBody>> RemoveAsync(
        SubjectName name, [FromServices] IConfigService configs, CancellationToken cancellation) =>
        Show(await configs.RemoveAsync(name.Value, cancellation));

    private static Answer<ConfigBody> Show(CompatibilityLevel level) => Answer.Of(new ConfigBody(CompatibilityLevels.WireName(level)));

    private static Answer<ConfigRequestEcho> Echo(CompatibilityLevel level) => Answer.Of(new ConfigRequestEcho(CompatibilityLevels.WireName(level)));
}
