using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Contracts;

namespace SchemaRegistry.Api.Compatibility;

/// <summary>Names that a schema keeps free: they stay reserved, and none becomes a field.</summary>
internal static class ReservedFields
{
    public static IReadOnlyList<string> Check(CandidateSchema candidate, StoredSchema? previous)
    {
        var reserved = Of(candidate.Schema.Metadata);
        return
        [
            .. Of(previous?.Metadata).Except(reserved, StringComparer.Ordinal).Select(static name =>
                $"The new schema has reserved field {name} removed from its metadata which is present in the old schema's metadata."),
            .. reserved.Where(candidate.Parsed.HasTopLevelField).Select(static name =>
                $"The new schema has field that conflicts with the reserved field {name}."),
        ];
    }

    private static IReadOnlyList<string> Of(SchemaMetadata? metadata) =>
        metadata?.Property(SchemaMetadata.Reserved)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
