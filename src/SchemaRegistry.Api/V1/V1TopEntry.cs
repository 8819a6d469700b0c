using System.Text.Json.Serialization;

namespace SchemaRegistry.Api.V1;

/// <summary>A schema that is read often.</summary>
internal sealed record V1TopEntry(
    [property: JsonPropertyName("schema_id")] int SchemaId,
    string? Subject,
    int? Version,
    long Reads,
    [property: JsonPropertyName("last_read_at")] DateTimeOffset LastReadAt);
