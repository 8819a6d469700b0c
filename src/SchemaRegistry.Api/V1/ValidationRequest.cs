using System.Text.Json;

namespace SchemaRegistry.Api.V1;

/// <summary>Body of a validation.</summary>
internal sealed class ValidationRequest
{
    /// <summary>The document.</summary>
    public JsonElement Data { get; set; }

    /// <summary>Whether JSON Schema's <c>format</c> is checked.</summary>
    public bool? Strict { get; set; }

    /// <summary>Which message of a Protobuf schema it is; the first one where it is missing.</summary>
    public string? Type { get; set; }
}
