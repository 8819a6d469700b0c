using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SchemaRegistry.Api.Hosting;

namespace SchemaRegistry.Api.Http;

/// <summary>A request body as it is.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="IsBinary">Whether the client calls them octets and not text.</param>
internal sealed record RawBody(ReadOnlyMemory<byte> Bytes, bool IsBinary)
{
    public static async ValueTask<RawBody> BindAsync(HttpContext context)
    {
        var limit = context.RequestServices.GetRequiredService<IOptions<RegistryOptions>>().Value.MaxRequestBodyBytes;
        var isBinary = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            && type.MediaType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase);
        return new RawBody(await BodyBytes.ReadAsync(context, limit), isBinary);
    }
}
