using Microsoft.AspNetCore.Http.Features;

namespace SchemaRegistry.Api.Http;

/// <summary>Refuses ambiguous paths and media types that the API does not know, before anything is read.</summary>
internal sealed class NegotiationMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<NegotiatedMetadata>()?.Types is not { } types)
        {
            return next(context);
        }

        // "/x/../mode" is routed by another path than the raw one: no client sends it, so nobody needs it guessed.
        if (RawPath.HasDotSegments(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget))
        {
            throw RegistryErrors.MalformedBody("The request path is ambiguous: send it without dot segments.");
        }

        if (types.Choose(context.Request.Headers.Accept) is null)
        {
            throw RegistryErrors.OfStatus(StatusCodes.Status406NotAcceptable);
        }

        var hasBody = HttpMethods.IsPost(context.Request.Method) || HttpMethods.IsPut(context.Request.Method);
        if (hasBody && !types.CanRead(context.Request.ContentType))
        {
            throw RegistryErrors.OfStatus(StatusCodes.Status415UnsupportedMediaType);
        }

        return next(context);
    }
}
