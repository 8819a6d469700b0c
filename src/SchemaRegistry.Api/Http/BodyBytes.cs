using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace SchemaRegistry.Api.Http;

/// <summary>Reads a request body whole, up to a limit.</summary>
internal static class BodyBytes
{
    private const int FirstRead = 16 * 1024;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context, long limit)
    {
        // The server's own limit would cut the connection while the client is still sending, and the client would see that
        // and not our answer. With it off, the server reads on for a while and throws away.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = null;
        }

        if (context.Request.ContentLength > limit)
        {
            throw RegistryErrors.SchemaTooLarge(limit);
        }

        var buffer = new ArrayBufferWriter<byte>((int)(context.Request.ContentLength ?? FirstRead) + 1);
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer.GetMemory(1), context.RequestAborted)) > 0)
        {
            buffer.Advance(read);
            if (buffer.WrittenCount > limit)
            {
                throw RegistryErrors.SchemaTooLarge(limit);
            }
        }

        return buffer.WrittenMemory;
    }
}
