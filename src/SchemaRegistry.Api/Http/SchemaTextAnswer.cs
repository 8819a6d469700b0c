using System.Text;

namespace SchemaRegistry.Api.Http;

/// <summary>A bare schema text, byte for byte as it was sent.</summary>
/// <param name="text">The text.</param>
/// <param name="content">What says how long it may be kept; without it nothing is said.</param>
internal sealed class SchemaTextAnswer(string text, ImmutableContent? content = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (content is not null)
        {
            await content.With(bytes).WriteAsync(httpContext);
            return;
        }

        var response = httpContext.Response;
        response.ContentType = NegotiatedMetadata.AnswerType(httpContext);
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
