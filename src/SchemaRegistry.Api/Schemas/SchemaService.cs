using System.Text.Json;
using Instrumentation;
using SchemaRegistry.Api.Caching;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Subjects;
using SchemaRegistry.Api.Telemetry;

namespace SchemaRegistry.Api.Schemas;

[Instrumented]
internal sealed partial class SchemaService(ISchemaRepository schemas, ISchemaReader reader, RegistryCache cache, IAccessTally accesses) : ISchemaService
{
    private const string Serialized = "serialized";
    private const string Resolved = "resolved";

    public async partial ValueTask<SchemaDocument> DocumentAsync([SpanTag("schema.id")] int id, CancellationToken cancellation)
    {
        var found = await cache.Schemas.GetAsync(id, schemas, LoadAsync, cancellation) ?? throw RegistryErrors.SchemaNotFound(id);
        accesses.Count(id);
        return found;
    }

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

    public async partial ValueTask<IReadOnlyList<SchemaVersion>> ListAsync(SchemaQuery query, CancellationToken cancellation) =>
        await schemas.ListAsync(query, cancellation);

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

    private static async ValueTask<SchemaDocument?> LoadAsync(int id, ISchemaRepository schemas)
    {
        if (await schemas.FindAsync(id, CancellationToken.None) is not { } found)
        {
            return null;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(SchemaBody.Of(found, found.Text, maxId: null), RegistryJson.Of<SchemaBody>());
        return new SchemaDocument(found, new ImmutableContent(body));
    }
}
