using Microsoft.AspNetCore.Mvc;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Compatibility;

internal static class CompatibilityEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/compatibility/subjects/{subject}/versions", CheckAllAsync);
        api.MapPost("/compatibility/subjects/{subject}/versions/{version}", CheckOneAsync);
    }

    private static Task<Answer<CompatibilityBody>> CheckAllAsync(
        MeantSubject meant,
        JsonBody<SchemaRequest> body,
        [FromServices] ISubjectCompatibility compatibility,
        bool? normalize,
        bool? verbose,
        CancellationToken cancellation) =>
        AnswerAsync(() => compatibility.CheckAsync(body.Value.ToSchema(meant.Name), normalize ?? false, cancellation), verbose);

    private static Task<Answer<CompatibilityBody>> CheckOneAsync(
        MeantSubject meant,
        string version,
        JsonBody<SchemaRequest> body,
        [FromServices] ISubjectCompatibility compatibility,
        bool? normalize,
        bool? verbose,
        CancellationToken cancellation)
    {
        var selector = VersionSelector.Parse(version);
        return AnswerAsync(() => compatibility.CheckAsync(body.Value.ToSchema(meant.Name), selector, normalize ?? false, cancellation), verbose);
    }

    private static async Task<Answer<CompatibilityBody>> AnswerAsync(Func<Task<IReadOnlyList<string>>> check, bool? verbose)
    {
        IReadOnlyList<string> messages;
        try
        {
            messages = await check();
        }
        catch (RegistryException invalid) when (verbose == true && invalid.Code == RegistryErrors.InvalidSchemaCode)
        {
            // Who asks for reasons gets this one in the same place as the others.
            messages = [invalid.Message];
        }

        return Answer.Of(new CompatibilityBody(messages.Count == 0, verbose == true ? messages : null));
    }
}
