namespace SchemaRegistry.Api.Http;

/// <summary>A request that is answered with an error of the API; its message is meant for the client.</summary>
internal sealed class RegistryException(int status, int code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public int Code { get; } = code;
}
