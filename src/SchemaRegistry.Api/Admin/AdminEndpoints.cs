using Microsoft.AspNetCore.Mvc;
using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Admin;

internal static class AdminEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGroup("/admin").AddEndpointFilter<RouteGroupBuilder, AdminGuard>().MapPost("/backup", BackUpAsync);

    // No path in it: where back-ups go is for who configures the server to say.
    private static async Task<Answer<BackupBody>> BackUpAsync([FromServices] IBackupService backups, CancellationToken cancellation) =>
        Answer.Of(BackupBody.Of(await backups.CreateAsync(cancellation)), StatusCodes.Status201Created);
}
