namespace SchemaRegistry.Api.Http;

internal static class Answer
{
    public static Answer<T> Of<T>(T body, int status = StatusCodes.Status200OK) => new(body, status);
}
