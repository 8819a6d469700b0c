using Microsoft.Net.Http.Headers;

namespace SchemaRegistry.Api.Web;

/// <summary>The page for people who would rather look: plain files in the program, which ask the API.</summary>
internal static class WebPage
{
    private const string Html = "text/html";

    private static readonly string[] s_files = ["app.css", "app.js", "api.js", "diff.js", "dom.js", "views.js", "icon.svg"];
    private static readonly string[] s_methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>The page itself.</summary>
    public static WebAsset Index { get; } = WebAsset.Load("index.html");

    /// <summary>Whether the client asks for HTML by name, as browsers do and clients of the API do not.</summary>
    public static bool IsAskedFor(HttpRequest request) => request.GetTypedHeaders().Accept.Any(static range =>
        range.MediaType.Equals(Html, StringComparison.OrdinalIgnoreCase) && range.Quality is not 0);

    /// <summary>Maps what the page is made of.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var file in s_files)
        {
            var asset = WebAsset.Load(file);
            endpoints.MapMethods($"/ui/{file}", s_methods, () => asset).ExcludeFromDescription();
        }
    }
}
