namespace SchemaRegistry.Api.Http;

internal static class Answer
{
    public static Answer<T> Of<T>(T body, int status = StatusCodes.Status200OK) => new(body, status);

    /// <param name="content">The same body, written before.</param>
    public static Answer<T> Of<T>(ImmutableContent content) => new(content);
}
