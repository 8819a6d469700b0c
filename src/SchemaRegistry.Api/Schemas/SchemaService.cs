using Instrumentation;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Schemas;

[Instrumented]
internal sealed partial class SchemaService(ISchemaRepository schemas, ISchemaReader reader) : ISchemaService
{
    private const string Serialized = "serialized";
    private const string Resolved = "resolved";

    public async partial ValueTask<StoredSchema> GetAsync([SpanTag("schema.id")] int id, CancellationToken cancellation) =>
        await schemas.FindAsync(id, cancellation) ?? throw RegistryErrors.SchemaNotFound(id);

    public async partial ValueTask<IReadOnlyList<StoredSchema>> GetAsync([SpanTag("schema.guid")] Guid guid, CancellationToken cancellation)
    {
        var found = await schemas.FindAsync(guid, cancellation);
        return found.Count > 0 ? found : throw RegistryErrors.SchemaNotFound(guid);
    }

    public async partial ValueTask<IReadOnlyList<SubjectVersion>> VersionsAsync(
        [SpanTag("schema.id")] int id, DeletedVersions deleted, CancellationToken cancellation)
    {
        var versions = await schemas.VersionsAsync(id, deleted, cancellation);
        return versions.Count > 0 || await schemas.FindAsync(id, cancellation) is not null ? versions : throw RegistryErrors.SchemaNotFound(id);
    }

    public async partial ValueTask<IReadOnlyList<SchemaVersion>> ListAsync(
        string prefix, bool latestOnly, DeletedVersions deleted, Page page, CancellationToken cancellation) =>
        await schemas.ListAsync(prefix, latestOnly, deleted, page, cancellation);

    public async partial ValueTask<string> TextAsync(StoredSchema schema, string text, string? format, CancellationToken cancellation)
    {
        if (format is not (Serialized or Resolved))
        {
            return text;
        }

        var parsed = await reader.ReadAsync(schema, cancellation);
        return (format == Serialized ? parsed.SerializedText : parsed.ResolvedText) ?? text;
    }

    public async partial ValueTask<int> MaxIdAsync(CancellationToken cancellation) => await schemas.MaxIdAsync(cancellation);

    [NotInstrumented]
    public IReadOnlyList<string> SupportedTypes() =>
        [.. SchemaFormats.ListOrder.Select(SchemaFormats.WireName)];
}
