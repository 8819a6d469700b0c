using System.Text.Json.Serialization;

namespace SchemaRegistry.Api.V1;

/// <summary>A version in a list.</summary>
internal sealed record V1VersionItem(
    Guid Id,
    int Version,
    [property: JsonPropertyName("schema_id")] int SchemaId,
    string State,
    [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt);
