using System.Text.Json;

namespace SchemaRegistry.Api.Schemas;

/// <summary>A schema found by its id, as the API shows it.</summary>
internal sealed record SchemaBody(
    string? SchemaType,
    IReadOnlyList<SchemaReference>? References,
    JsonElement? Metadata,
    JsonElement? RuleSet,
    string Schema)
{
    public static SchemaBody Of(StoredSchema schema) => new(
        SchemaFormats.WireNameUnlessAvro(schema.Format),
        schema.References.NullIfEmpty(),
        schema.Metadata.ToJson(),
        schema.RuleSet.ToJson(),
        schema.Text);
}
