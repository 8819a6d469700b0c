using System.Text.Json;

namespace SchemaRegistry.Api.Http;

/// <summary>A JSON answer in the media type that the client asked for.</summary>
internal sealed class Answer<T> : IResult
{
    private readonly ImmutableContent? _content;
    private readonly T? _body;
    private readonly int _status = StatusCodes.Status200OK;

    public Answer(T body, int status) => (_body, _status) = (body, status);

    public Answer(ImmutableContent content) => _content = content;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (_content is not null)
        {
            await _content.WriteAsync(httpContext);
            return;
        }

        var response = httpContext.Response;
        response.StatusCode = _status;
        response.ContentType = NegotiatedMetadata.AnswerType(httpContext);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(_body!, RegistryJson.Of<T>());
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
