using System.Text.Json;
using System.Text.Json.Serialization;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.V1;

/// <summary>A version of a subject, as this API shows it.</summary>
internal sealed record V1SchemaBody(
    Guid Id,
    [property: JsonPropertyName("schema_id")] int SchemaId,
    string Subject,
    string Namespace,
    string Name,
    int Version,
    string Format,
    JsonElement Schema,
    IReadOnlyList<SchemaReference>? References,
    string State,
    string? Description,
    IReadOnlyList<string> Tags,
    IReadOnlyDictionary<string, string> Metadata,
    string Checksum,
    [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt,
    [property: JsonPropertyName("updated_at")] DateTimeOffset UpdatedAt)
{
    private const string DefaultNamespace = "default";

    public static V1SchemaBody Of(CatalogEntry entry)
    {
        var (version, note) = entry;
        var dot = version.Subject.LastIndexOf('.');
        return new V1SchemaBody(
            VersionKey.ToGuid(version.Key),
            version.Schema.Id,
            version.Subject,
            dot < 0 ? DefaultNamespace : version.Subject[..dot],
            version.Subject[(dot + 1)..],
            version.Version,
            SchemaFormats.WireName(version.Schema.Format),
            SchemaText.ToElement(version.Schema.Format, version.Text),
            version.Schema.References.NullIfEmpty(),
            LifecycleStates.WireName(note.State),
            note.Description,
            note.Tags,
            note.Metadata,
            Checksums.Of(version.Text),
            version.Registered,
            note.Updated);
    }
}
