using System.Text;

namespace SchemaRegistry.Api.Http;

/// <summary>A bare schema text, byte for byte as it was sent.</summary>
internal sealed class SchemaTextAnswer(string text) : IResult
{
    public string Text { get; } = text;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = NegotiatedMetadata.AnswerType(httpContext);
        var bytes = Encoding.UTF8.GetBytes(Text);
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
