using System.Text.Json.Serialization;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.V1;

/// <summary>What is wrong with a document or a schema, in JSON Schema's basic output form with the seed's members beside.</summary>
internal sealed record ValidationBody(
    [property: JsonPropertyName("is_valid")] bool IsValid,
    bool Valid,
    IReadOnlyList<ValidationErrorBody> Errors,
    [property: JsonPropertyName("schema_id")] int? SchemaId)
{
    public static ValidationBody Of(IReadOnlyList<DocumentError> errors, int? schemaId) =>
        new(errors.Count == 0, errors.Count == 0, [.. errors.Select(ValidationErrorBody.Of)], schemaId);
}
