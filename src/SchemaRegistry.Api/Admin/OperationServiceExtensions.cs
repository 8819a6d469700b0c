using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Hosting;

namespace SchemaRegistry.Api.Admin;

internal static class OperationServiceExtensions
{
    // What requests under way get after the delay; the host cuts off what is left then.
    private static readonly TimeSpan s_requests = TimeSpan.FromSeconds(30);

    /// <summary>How the server starts, ends and is backed up.</summary>
    public static void AddRegistryOperation(this IServiceCollection services)
    {
        services.AddSingleton<IBackupService, BackupService>();
        services.AddHostedService<StartupReport>();
        services.AddHostedService<ShutdownDelay>();
        services.AddOptions<HostOptions>().Configure<IOptions<RegistryOptions>>(static (host, registry) => host.ShutdownTimeout = registry.Value.ShutdownDelay + s_requests);
    }
}
