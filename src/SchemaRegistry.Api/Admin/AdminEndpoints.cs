using Instrumentation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Admin;

internal static class AdminEndpoints
{
    /// <summary>Who may see the metrics' details may not yet administrate, but who may not, may not administrate either.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var admin = api.MapGroup("/admin").AddEndpointFilter<RouteGroupBuilder, AdminGuard>();
        admin.MapPost("/backup", BackUpAsync);
        if (api.ServiceProvider.GetRequiredService<IOptions<AspNetCoreInstrumentationOptions>>().Value.ManagementPolicy is { } policy)
        {
            admin.RequireAuthorization(policy);
        }
    }

    // No path in it: where back-ups go is for who configures the server to say.
    private static async Task<Answer<BackupBody>> BackUpAsync([FromServices] IBackupService backups, CancellationToken cancellation) =>
        Answer.Of(BackupBody.Of(await backups.CreateAsync(cancellation)), StatusCodes.Status201Created);
}
