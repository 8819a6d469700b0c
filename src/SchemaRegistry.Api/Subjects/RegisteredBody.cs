using System.Text.Json;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Subjects;

/// <summary>Answer to a registration.</summary>
internal sealed record RegisteredBody(
    int Id,
    int Version,
    string? SchemaType,
    IReadOnlyList<SchemaReference>? References,
    JsonElement? Metadata,
    JsonElement? RuleSet,
    string Schema)
{
    public static RegisteredBody Of(SchemaVersion registered) => new(
        registered.Schema.Id,
        registered.Version,
        SchemaFormats.WireNameUnlessAvro(registered.Schema.Format),
        registered.Schema.References.NullIfEmpty(),
        registered.Schema.Metadata.ToJson(),
        registered.Schema.RuleSet.ToJson(),
        registered.Text);
}
