using System.Text.Json;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Subjects;

/// <summary>A version of a subject, as the API shows it.</summary>
internal sealed record SchemaVersionBody(
    string Subject,
    int Version,
    int Id,
    string? SchemaType,
    IReadOnlyList<SchemaReference>? References,
    JsonElement? Metadata,
    JsonElement? RuleSet,
    string Schema)
{
    public static SchemaVersionBody Of(SchemaVersion found) => new(
        found.Subject,
        found.Version,
        found.Schema.Id,
        SchemaFormats.WireNameUnlessAvro(found.Schema.Format),
        found.Schema.References.NullIfEmpty(),
        found.Schema.Metadata.ToJson(),
        found.Schema.RuleSet.ToJson(),
        found.Text);
}
