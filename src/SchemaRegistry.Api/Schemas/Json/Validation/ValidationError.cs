using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Validation;

/// <summary>One demand of a schema that a value does not meet.</summary>
/// <param name="Instance">The value.</param>
/// <param name="Path">Where it stands.</param>
/// <param name="Way">How the evaluation came to the keyword, or to the schema that allows nothing.</param>
/// <param name="Place">Where that stands.</param>
/// <param name="Reason">What is wrong, in words.</param>
internal sealed record ValidationError(JsonNode Instance, DocumentPath Path, DocumentPath Way, SchemaPlace Place, string Reason);
