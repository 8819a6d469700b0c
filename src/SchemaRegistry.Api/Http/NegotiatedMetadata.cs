namespace SchemaRegistry.Api.Http;

/// <summary>Marks endpoints of the registry's API: their media types are negotiated. Probes and metrics take any.</summary>
internal sealed class NegotiatedMetadata
{
    public static readonly NegotiatedMetadata Instance = new();
}
