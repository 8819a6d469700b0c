using System.Text.Json.Serialization;

namespace SchemaRegistry.Api.Http;

/// <summary>Body of every answer that is not a success.</summary>
internal sealed record ErrorBody([property: JsonPropertyName("error_code")] int ErrorCode, string Message)
{
    public static Task WriteAsync(HttpContext context, RegistryException error) =>
        Answer.Of(new ErrorBody(error.Code, error.Message), error.Status).ExecuteAsync(context);
}
