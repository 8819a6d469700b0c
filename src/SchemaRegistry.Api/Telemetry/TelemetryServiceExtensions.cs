using SchemaRegistry.Api.Storage;

namespace SchemaRegistry.Api.Telemetry;

internal static class TelemetryServiceExtensions
{
    /// <summary>What is observed and counted beside the requests; after the database, which it reads.</summary>
    public static void AddRegistryTelemetry(this IServiceCollection services)
    {
        services.AddSingleton<ITotalsRepository, SqliteTotalsRepository>();
        services.AddHostedService<RegistryGauges>();
        services.AddHostedService<DatabaseGauges>();
        services.AddSingleton<IAccessTally, AccessTally>();
        services.AddSingleton<IAccessRepository, SqliteAccessRepository>();
        services.AddHostedService<AccessFlush>();
    }
}
