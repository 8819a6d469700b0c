namespace SchemaRegistry.Api.Http;

/// <summary>HEAD, which is answered as GET is but without the body: the server leaves that away.</summary>
internal static class HeadRequests
{
    /// <summary>Lets each endpoint that answers GET answer HEAD too.</summary>
    public static T WithHeadRequests<T>(this T api)
        where T : IEndpointConventionBuilder
    {
        api.Finally(static endpoint =>
        {
            if (endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault() is { HttpMethods: ["GET"] })
            {
                endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
            }
        });
        return api;
    }
}
