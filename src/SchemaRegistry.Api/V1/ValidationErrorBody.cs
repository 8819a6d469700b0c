using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.V1;

/// <summary>One thing that is wrong: an output unit of JSON Schema's basic form.</summary>
/// <param name="Valid">Never: it is an error.</param>
/// <param name="KeywordLocation">The way to the rule in the schema.</param>
/// <param name="AbsoluteKeywordLocation">Where the rule stands.</param>
/// <param name="InstanceLocation">Where in the document.</param>
/// <param name="Error">What is wrong.</param>
internal sealed record ValidationErrorBody(bool Valid, string KeywordLocation, string? AbsoluteKeywordLocation, string InstanceLocation, string Error)
{
    public static ValidationErrorBody Of(DocumentError error) =>
        new(Valid: false, error.KeywordLocation, error.AbsoluteKeywordLocation, error.InstanceLocation, error.Reason);
}
