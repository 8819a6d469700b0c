using SchemaRegistry.Api.Admin;
using SchemaRegistry.Api.Auditing;
using SchemaRegistry.Api.Caching;
using SchemaRegistry.Api.Compatibility;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Health;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Modes;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Avro;
using SchemaRegistry.Api.Schemas.Compatibility;
using SchemaRegistry.Api.Schemas.Documents;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json;
using SchemaRegistry.Api.Schemas.Protobuf;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.Subjects;
using SchemaRegistry.Api.Telemetry;
using SchemaRegistry.Api.V1;

namespace SchemaRegistry.Api.Hosting;

internal static class RegistryServiceExtensions
{
    /// <summary>Key of the repositories that speak to the database; those without a key may know the answer.</summary>
    public const string Store = "store";

    private const int MemoryLimitMegabytes = 4096;
    private const double MinimumFreePercent = 1;

    public static void AddRegistryServices(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<RegistryOptions>()
            .BindConfiguration(RegistryOptions.Section)
            .Validate(static options => !string.IsNullOrWhiteSpace(options.DataDirectory), "Registry:DataDirectory is empty.")
            .Validate(static options => options.MaxRequestBodyBytes is > 0 and <= int.MaxValue, "Registry:MaxRequestBodyBytes is out of range.")
            .Validate(static options => options.CacheBytes >= 0 && options.ParsedCacheBytes >= 0, "Registry:CacheBytes and Registry:ParsedCacheBytes must be 0 or more.")
            .Validate(static options => options.AdminKey is not { Length: < RegistryOptions.MinAdminKeyLength }, $"Registry:AdminKey has less than {RegistryOptions.MinAdminKeyLength} characters.")
            .Validate(static options => IsShort(options.ShutdownDelay), "Registry:ShutdownDelay is not between 00:00:00 and 00:05:00.")
            .Validate(static options => IsShort(options.ShutdownTimeout), "Registry:ShutdownTimeout is not between 00:00:00 and 00:05:00.")
            .ValidateOnStart();

        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<ISchemaRepository, SqliteSchemaRepository>();
        services.AddSingleton<ISubjectRepository, SqliteSubjectRepository>();
        services.AddKeyedSingleton<IVersionRepository, SqliteVersionRepository>(Store);
        services.AddKeyedSingleton<IConfigRepository, SqliteConfigRepository>(Store);
        services.AddKeyedSingleton<IModeRepository, SqliteModeRepository>(Store);
        services.AddSingleton<RegistryCache>();
        services.AddSingleton<IVersionRepository, CachedVersionRepository>();
        services.AddSingleton<IConfigRepository, CachedConfigRepository>();
        services.AddSingleton<IModeRepository, CachedModeRepository>();
        services.AddSingleton<IHealthRepository, SqliteHealthRepository>();

        services.AddSingleton<ISchemaFormat, AvroFormat>();
        services.AddSingleton<ISchemaFormat, JsonSchemaFormat>();
        services.AddSingleton<ISchemaFormat, ProtobufFormat>();
        services.AddSingleton<IReferenceResolver, ReferenceResolver>();
        services.AddSingleton<ISchemaReader, SchemaReader>();
        services.AddSingleton<ICompatibilityService, CompatibilityService>();
        services.AddSingleton<IDocumentService, DocumentService>();
        services.AddSingleton<ISchemaService, SchemaService>();
        services.AddSingleton<ISchemaFinder, SchemaFinder>();
        services.AddSingleton<ISubjectService, SubjectService>();
        services.AddSingleton<ISubjectCompatibility, SubjectCompatibility>();
        services.AddSingleton<IRegistrationService, RegistrationService>();
        services.AddSingleton<IDeletionService, DeletionService>();
        services.AddSingleton<IConfigService, ConfigService>();
        services.AddSingleton<IModeService, ModeService>();
        services.AddSingleton<ICatalogRepository, SqliteCatalogRepository>();
        services.AddSingleton<ICatalogService, CatalogService>();
        services.AddSingleton<IComparisonService, ComparisonService>();
        services.AddSingleton<IDependencyService, DependencyService>();
        services.AddRegistryTelemetry();
        services.AddRegistryOperation();
        services.AddHttpContextAccessor();
        services.AddSingleton<IAuditLog, AuditLog>();
        AddHealthChecks(builder);
    }

    private static bool IsShort(TimeSpan time) => time >= TimeSpan.Zero && time <= TimeSpan.FromMinutes(5);

    private static void AddHealthChecks(WebApplicationBuilder builder)
    {
        var data = builder.Configuration.GetSection(RegistryOptions.Section).Get<RegistryOptions>() ?? new RegistryOptions();
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseHealthCheck>("sqlite", failureStatus: null, ["ready", "database"])
            .AddMemory(MemoryLimitMegabytes)
            .AddDisk(data.DataDirectory, MinimumFreePercent);
    }

    public static void UseRegistryErrors(this WebApplication app)
    {
        app.UseMiddleware<ConfluentMetricsMiddleware>();

        // By path and not by endpoint: an unknown path and a wrong verb have none.
        app.UseWhen(static context => IsV1(context), static v1 => v1.UseMiddleware<ErrorMiddleware>((ErrorWriter)ProblemBody.WriteAsync));
        app.UseWhen(static context => !IsV1(context), static confluent => confluent.UseMiddleware<ErrorMiddleware>((ErrorWriter)ErrorBody.WriteAsync));
        app.UseMiddleware<NegotiationMiddleware>();
    }

    private static bool IsV1(HttpContext context) => context.Request.Path.StartsWithSegments(V1Api.Prefix, StringComparison.OrdinalIgnoreCase);
}
