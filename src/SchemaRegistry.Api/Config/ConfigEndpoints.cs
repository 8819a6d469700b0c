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
        Answer.Of(ConfigBody.Of(await configs.InForceAsync(subject: null, cancellation)));

    private static async Task<Answer<ConfigRequest>> SetGlobalAsync(
        JsonBody<ConfigRequest> body, [FromServices] IConfigService configs, CancellationToken cancellation)
    {
        await configs.ChangeAsync(subject: null, body.Value, cancellation);
        return Answer.Of(body.Value);
    }

    private static async Task<Answer<ConfigBody>> ResetGlobalAsync([FromServices] IConfigService configs, CancellationToken cancellation) =>
        Answer.Of(ConfigBody.Of(await configs.RemoveAsync(subject: null, cancellation)));

    private static async Task<Answer<ConfigBody>> GetAsync(
        SubjectName name, bool? defaultToGlobal, [FromServices] IConfigService configs, CancellationToken cancellation) =>
        Answer.Of(ConfigBody.Of(
            defaultToGlobal == true ? await configs.InForceAsync(name.Value, cancellation) : await configs.GetAsync(name.Value, cancellation)));

    private static async Task<Answer<ConfigRequest>> SetAsync(
        SubjectName name, JsonBody<ConfigRequest> body, [FromServices] IConfigService configs, CancellationToken cancellation)
    {
        await configs.ChangeAsync(name.Value, body.Value, cancellation);
        return Answer.Of(body.Value);
    }

    private static async Task<Answer<ConfigBody>> RemoveAsync(
        SubjectName name, [FromServices] IConfigService configs, CancellationToken cancellation) =>
        Answer.Of(ConfigBody.Of(await configs.RemoveAsync(name.Value, cancellation)));
}
