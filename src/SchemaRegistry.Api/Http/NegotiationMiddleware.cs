namespace SchemaRegistry.Api.Http;

/// <summary>Refuses media types that the API does not know, before anything is read.</summary>
internal sealed class NegotiationMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<NegotiatedMetadata>() is null)
        {
            return next(context);
        }

        if (MediaTypes.Choose(context.Request.Headers.Accept) is null)
        {
            throw RegistryErrors.OfStatus(StatusCodes.Status406NotAcceptable);
        }

        var hasBody = HttpMethods.IsPost(context.Request.Method) || HttpMethods.IsPut(context.Request.Method);
        if (hasBody && !MediaTypes.CanRead(context.Request.ContentType))
        {
            throw RegistryErrors.OfStatus(StatusCodes.Status415UnsupportedMediaType);
        }

        return next(context);
    }
}
