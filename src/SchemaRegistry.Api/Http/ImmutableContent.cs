using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SchemaRegistry.Api.Http;

/// <summary>A body that an address will always have: clients may keep it, and who has it is told so.</summary>
internal sealed class ImmutableContent
{
    // A year, the longest that RFC 9111 has in mind; immutable (RFC 8246) spares the question whether it changed.
    private static readonly StringValues s_cacheControl = "max-age=31536000, immutable";

    // Said also where nothing is compressed: what a cache keeps of that is not for who asks for it otherwise.
    private static readonly StringValues s_vary = new([HeaderNames.Accept, HeaderNames.AcceptEncoding]);
    private static readonly EntityTagHeaderValue s_any = EntityTagHeaderValue.Any;

    private readonly string _tag;

    public ImmutableContent(byte[] bytes)
        : this(bytes, Tag(bytes))
    {
    }

    private ImmutableContent(byte[] bytes, string tag) => (Bytes, _tag) = (bytes, tag);

    public byte[] Bytes { get; }

    /// <summary>Another body that is as immutable as this one, at another address.</summary>
    public ImmutableContent With(byte[] bytes) => new(bytes, _tag);

    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.Headers.ETag = _tag;
        response.Headers.CacheControl = s_cacheControl;
        response.Headers.Vary = s_vary;
        if (IsKnown(context.Request.Headers.IfNoneMatch))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = NegotiatedMetadata.AnswerType(context);
        response.ContentLength = Bytes.Length;
        await response.Body.WriteAsync(Bytes, context.RequestAborted);
    }

    // Weak: it is the same schema in each media type and each compression.
    private static string Tag(byte[] bytes) => $"W/\"{Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, 16))}\"";

    private bool IsKnown(StringValues wanted)
    {
        if (StringValues.IsNullOrEmpty(wanted))
        {
            return false;
        }

        var own = EntityTagHeaderValue.Parse(_tag);
        return EntityTagHeaderValue.TryParseList(wanted, out var tags) && tags.Any(tag => tag.Compare(own, useStrongComparison: false) || tag.Equals(s_any));
    }
}
