using SchemaRegistry.Api.Schemas.Contracts;

namespace SchemaRegistry.Api.Schemas;

/// <summary>A schema found by its id, as the API shows it.</summary>
internal sealed record SchemaBody(
    string? SchemaType,
    IReadOnlyList<SchemaReference>? References,
    SchemaMetadata? Metadata,
    RuleSet? RuleSet,
    string Schema,
    Guid Guid,
    int? MaxId)
{
    public static SchemaBody Of(StoredSchema schema, string text, int? maxId) => new(
        SchemaFormats.WireNameUnlessAvro(schema.Format),
        schema.References.NullIfEmpty(),
        schema.Metadata,
        schema.RuleSet,
        text,
        schema.Guid,
        maxId);
}
