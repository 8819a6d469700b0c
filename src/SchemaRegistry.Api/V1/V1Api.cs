namespace SchemaRegistry.Api.V1;

/// <summary>The registry's own API: one thin mapping over the services of the Confluent one.</summary>
internal static class V1Api
{
    public const string Prefix = "/api/v1";
}
