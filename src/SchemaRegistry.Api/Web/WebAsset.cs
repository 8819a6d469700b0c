using System.Security.Cryptography;

namespace SchemaRegistry.Api.Web;

/// <summary>A file of the page, as it is in the program; browsers ask again each time, and get it again only where it has changed.</summary>
internal sealed class WebAsset : IResult
{
    // Only from here, no script or style in the page itself, and in nobody's frame.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly byte[] _bytes;
    private readonly string _type;
    private readonly string _tag;

    private WebAsset(byte[] bytes, string type)
    {
        _bytes = bytes;
        _type = type;
        _tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"";
    }

    public static WebAsset Load(string name)
    {
        using var stream = typeof(WebAsset).Assembly.GetManifestResourceStream("web/" + name) ?? throw new InvalidOperationException($"The program has no file '{name}'.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new WebAsset(bytes, Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        });
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = _tag;
        if (request.Headers.IfNoneMatch.Contains(_tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = _type;
        response.ContentLength = _bytes.Length;
        if (!HttpMethods.IsHead(request.Method))
        {
            await response.Body.WriteAsync(_bytes, httpContext.RequestAborted);
        }
    }
}
