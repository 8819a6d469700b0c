using Instrumentation;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Schemas;

[Instrumented]
internal sealed partial class SchemaService(ISchemaRepository schemas, ISchemaReader reader) : ISchemaService
{
    [MetricCounter("schema_registry_schemas_registered_total", Description = "Schema versions registered.",
        When = Outcomes.Success, Value = "result.IsNew ? 1 : 0", Tags = ["format", "state"])]
    [MetricHistogram("schema_registry_schema_size_bytes", Description = "Size of the registered schema texts in UTF-8.",
        When = Outcomes.Success, Value = "schema.SizeInBytes", Unit = "bytes", Buckets = [100, 500, 1e3, 5e3, 1e4, 5e4, 1e5], Tags = ["format"])]
    [Tag("format", From = "schema.Format")]
    [Tag("state", Value = "active")]
    [SpanTag("schema.subject", From = "schema.Subject")]
    public async Task<Registration> RegisterAsync(NewSchema schema, bool normalize, CancellationToken cancellation)
    {
        var candidate = await reader.ReadAsync(schema, normalize, cancellation);
        return await schemas.AddAsync(candidate.Schema, candidate.Identity, cancellation);
    }

    public async partial ValueTask<StoredSchema> GetAsync([SpanTag("schema.id")] int id, CancellationToken cancellation) =>
        await schemas.FindAsync(id, cancellation) ?? throw RegistryErrors.SchemaNotFound(id);

    public async partial ValueTask<IReadOnlyList<SubjectVersion>> VersionsAsync([SpanTag("schema.id")] int id, CancellationToken cancellation)
    {
        // Every stored schema has a version, so none means that the id is unknown.
        var versions = await schemas.VersionsAsync(id, cancellation);
        return versions.Count > 0 ? versions : throw RegistryErrors.SchemaNotFound(id);
    }

    [NotInstrumented]
    public IReadOnlyList<string> SupportedTypes() =>
        [.. SchemaFormats.ListOrder.Select(SchemaFormats.WireName)];
}
