using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Contracts;

namespace SchemaRegistry.Api.Subjects;

/// <summary>A version of a subject, as the API shows it.</summary>
internal sealed record SchemaVersionBody(
    string Subject,
    int Version,
    int Id,
    Guid Guid,
    string? SchemaType,
    IReadOnlyList<SchemaReference>? References,
    SchemaMetadata? Metadata,
    RuleSet? RuleSet,
    string Schema,
    long Ts,
    bool? Deleted,
    IReadOnlyList<string>? Aliases = null)
{
    public static SchemaVersionBody Of(SchemaVersion found) => Of(found, found.Text);

    /// <param name="found">The version.</param>
    /// <param name="text">Its text in the format that was asked for.</param>
    /// <param name="aliases">The other names of the subject.</param>
    public static SchemaVersionBody Of(SchemaVersion found, string text, IReadOnlyList<string>? aliases = null) => new(
        found.Subject,
        found.Version,
        found.Schema.Id,
        found.Schema.Guid,
        SchemaFormats.WireNameUnlessAvro(found.Schema.Format),
        found.Schema.References.NullIfEmpty(),
        found.Schema.Metadata,
        found.Schema.RuleSet,
        text,
        found.Registered.ToUnixTimeMilliseconds(),
        found.IsDeleted ? true : null,
        aliases);
}
