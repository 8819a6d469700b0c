using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Hosting;

namespace SchemaRegistry.Api.Admin;

internal static class OperationServiceExtensions
{
    /// <summary>How the server starts, ends and is backed up.</summary>
    public static void AddRegistryOperation(this IServiceCollection services)
    {
        services.AddSingleton<IBackupService, BackupService>();
        services.AddHostedService<StartupReport>();
        services.AddHostedService<ShutdownDelay>();

        // The host cuts off what is left then.
        services.AddOptions<HostOptions>().Configure<IOptions<RegistryOptions>>(
            static (host, registry) => host.ShutdownTimeout = registry.Value.ShutdownDelay + registry.Value.ShutdownTimeout);
    }
}
