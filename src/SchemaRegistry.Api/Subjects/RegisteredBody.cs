using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Contracts;

namespace SchemaRegistry.Api.Subjects;

/// <summary>Answer to a registration.</summary>
internal sealed record RegisteredBody(
    int Id,
    int Version,
    Guid Guid,
    string? SchemaType,
    IReadOnlyList<SchemaReference>? References,
    SchemaMetadata? Metadata,
    RuleSet? RuleSet,
    string Schema,
    long Ts)
{
    /// <param name="registered">The version.</param>
    /// <param name="text">Its text in the format that was asked for.</param>
    public static RegisteredBody Of(SchemaVersion registered, string text) => new(
        registered.Schema.Id,
        registered.Version,
        registered.Schema.Guid,
        SchemaFormats.WireNameUnlessAvro(registered.Schema.Format),
        registered.Schema.References.NullIfEmpty(),
        registered.Schema.Metadata,
        registered.Schema.RuleSet,
        text,
        registered.Registered.ToUnixTimeMilliseconds());
}
