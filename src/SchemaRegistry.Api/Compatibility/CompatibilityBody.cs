using System.Text.Json.Serialization;

namespace SchemaRegistry.Api.Compatibility;

/// <summary>Answer to a compatibility check; the messages only for who asks for them.</summary>
internal sealed record CompatibilityBody([property: JsonPropertyName("is_compatible")] bool IsCompatible, IReadOnlyList<string>? Messages);
