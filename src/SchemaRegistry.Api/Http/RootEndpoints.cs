namespace SchemaRegistry.Api.Http;

internal static class RootEndpoints
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/", Root);

    // Clients ask it to see whether anybody is there.
    private static Answer<EmptyBody> Root() => Answer.Of(new EmptyBody());
}
