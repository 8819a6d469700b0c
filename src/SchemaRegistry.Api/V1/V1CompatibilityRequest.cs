using System.Text.Json;
using System.Text.Json.Serialization;

namespace SchemaRegistry.Api.V1;

/// <summary>Body of a comparison: of two registered versions by their ids, or of a new schema with a subject.</summary>
internal sealed class V1CompatibilityRequest
{
    /// <summary>The version that would come next.</summary>
    [JsonPropertyName("schema_id")]
    public Guid? SchemaId { get; set; }

    /// <summary>The version before it.</summary>
    [JsonPropertyName("compared_schema_id")]
    public Guid? ComparedSchemaId { get; set; }

    public string? Subject { get; set; }

    [JsonPropertyName("new_schema")]
    public JsonElement? NewSchema { get; set; }

    /// <summary>The language of the new schema; that of the subject's latest version where it is missing.</summary>
    [JsonPropertyName("schema_type")]
    public string? SchemaType { get; set; }

    /// <summary>One version to compare with; all that the level asks for where it is missing.</summary>
    [JsonPropertyName("compare_version")]
    public int? CompareVersion { get; set; }

    /// <summary>The level; the subject's where it is missing.</summary>
    public string? Mode { get; set; }

    /// <summary>Another name of <see cref="Mode"/>.</summary>
    public string? Level { get; set; }
}
