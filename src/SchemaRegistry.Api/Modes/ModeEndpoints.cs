using Microsoft.AspNetCore.Mvc;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Modes;

internal static class ModeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/mode", GetGlobalAsync);
        api.MapPut("/mode", SetGlobalAsync);
        api.MapDelete("/mode", ResetGlobalAsync);
        api.MapGet("/mode/{subject}", GetAsync);
        api.MapPut("/mode/{subject}", SetAsync);
        api.MapDelete("/mode/{subject}", RemoveAsync);
    }

    private static async Task<Answer<ModeBody>> GetGlobalAsync([FromServices] IModeService modes, CancellationToken cancellation) =>
        Answer.Of(ModeBody.Of(await modes.InForceAsync(subject: null, cancellation)));

    private static Task<Answer<ModeBody>> SetGlobalAsync(
        JsonBody<ModeBody> body, bool? force, [FromServices] IModeService modes, CancellationToken cancellation) =>
        ChangeAsync(subject: null, body.Value, force, modes, cancellation);

    private static async Task<Answer<ModeBody>> ResetGlobalAsync([FromServices] IModeService modes, CancellationToken cancellation) =>
        Answer.Of(ModeBody.Of(await modes.RemoveAsync(subject: null, cancellation)));

    private static async Task<Answer<ModeBody>> GetAsync(
        SubjectName name, bool? defaultToGlobal, [FromServices] IModeService modes, CancellationToken cancellation) =>
        Answer.Of(ModeBody.Of(
            defaultToGlobal == true ? await modes.InForceAsync(name.Value, cancellation) : await modes.GetAsync(name.Value, cancellation)));

    private static Task<Answer<ModeBody>> SetAsync(
        SubjectName name, JsonBody<ModeBody> body, bool? force, [FromServices] IModeService modes, CancellationToken cancellation) =>
        ChangeAsync(name.Value, body.Value, force, modes, cancellation);

    private static async Task<Answer<ModeBody>> RemoveAsync(SubjectName name, [FromServices] IModeService modes, CancellationToken cancellation) =>
        Answer.Of(ModeBody.Of(await modes.RemoveAsync(name.Value, cancellation)));

    private static async Task<Answer<ModeBody>> ChangeAsync(
        string? subject, ModeBody body, bool? force, IModeService modes, CancellationToken cancellation)
    {
        var mode = RegistryModes.Parse(body.Mode);
        await modes.SetAsync(subject, mode, force ?? false, cancellation);
        return Answer.Of(ModeBody.Of(mode));
    }
}
