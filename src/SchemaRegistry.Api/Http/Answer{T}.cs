using System.Text.Json;

namespace SchemaRegistry.Api.Http;

/// <summary>A JSON answer in the media type that the client asked for.</summary>
internal sealed class Answer<T>(T body, int status) : IResult
{
    public T Body { get; } = body;

    public int Status { get; } = status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = NegotiatedMetadata.AnswerType(httpContext);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(Body, RegistryJson.Of<T>());
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
