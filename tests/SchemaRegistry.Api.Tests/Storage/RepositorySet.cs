using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Health;
using SchemaRegistry.Api.Modes;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;
using SchemaRegistry.Api.V1;

namespace SchemaRegistry.Api.Tests.Storage;

/// <summary>What an implementation of the store gives: the repositories over one database.</summary>
internal sealed record RepositorySet(
    ISchemaRepository Schemas,
    ISubjectRepository Subjects,
    IVersionRepository Versions,
    IConfigRepository Configs,
    IModeRepository Modes,
    ICatalogRepository Catalog,
    IHealthRepository Health);
