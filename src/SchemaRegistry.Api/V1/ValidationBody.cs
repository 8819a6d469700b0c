using System.Text.Json.Serialization;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.V1;

/// <summary>What is wrong with a document or a schema.</summary>
internal sealed record ValidationBody(
    [property: JsonPropertyName("is_valid")] bool IsValid,
    IReadOnlyList<ValidationErrorBody> Errors,
    [property: JsonPropertyName("schema_id")] int? SchemaId)
{
    public static ValidationBody Of(IReadOnlyList<DocumentError> errors, int? schemaId) => new(
        errors.Count == 0,
        [.. errors.Select(static error => new ValidationErrorBody(error.InstanceLocation, error.KeywordLocation, error.Reason))],
        schemaId);
}
