using System.Text.Json;
using System.Text.Json.Serialization;
using Instrumentation;
using Microsoft.AspNetCore.WebUtilities;

namespace SchemaRegistry.Api.Http;

/// <summary>An error as RFC 9457 has it.</summary>
internal sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Detail,
    [property: JsonPropertyName("error_code")] string ErrorCode,
    [property: JsonPropertyName("correlation_id")] string? CorrelationId)
{
    public const string MediaType = "application/problem+json";

    public static async Task WriteAsync(HttpContext context, RegistryException error)
    {
        context.Response.StatusCode = error.Status;
        context.Response.ContentType = MediaType;
        var body = new ProblemBody(
            "about:blank", ReasonPhrases.GetReasonPhrase(error.Status), error.Status, error.Message, CodeOf(error), CorrelationContext.Id);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, RegistryJson.Of<ProblemBody>());
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static string CodeOf(RegistryException error) => error switch
    {
        { Code: RegistryErrors.InvalidSchemaCode } => "INVALID_SCHEMA",
        { Code: RegistryErrors.IncompatibleCode } => "INCOMPATIBLE_SCHEMA",
        { Status: 401 } => "UNAUTHORIZED",
        { Status: 403 } => "FORBIDDEN",
        { Status: 404 } => "NOT_FOUND",
        { Status: 409 } => "CONFLICT",
        { Status: 422 } => "VALIDATION_FAILED",
        { Status: >= 500 } => "INTERNAL_ERROR",
        _ => "BAD_REQUEST",
    };
}
