using System.Text.Json.Serialization;

namespace SchemaRegistry.Api.Admin;

/// <summary>Answer to a back-up.</summary>
internal sealed record BackupBody(
    string File,
    [property: JsonPropertyName("size_bytes")] long SizeBytes,
    long Versions,
    [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt)
{
    public static BackupBody Of(Backup backup) => new(backup.File, backup.Bytes, backup.Versions, backup.Created);
}
