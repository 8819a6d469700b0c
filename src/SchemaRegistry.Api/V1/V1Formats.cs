using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.V1;

internal static class V1Formats
{
    /// <summary>The format by its name in any case; there is no default.</summary>
    public static SchemaFormat Parse(string? name) => string.IsNullOrEmpty(name)
        ? throw RegistryErrors.UnexpectedBody("schema_type is missing: it is JSON, AVRO or PROTOBUF.")
        : SchemaFormats.Parse(name.ToUpperInvariant());

    public static SchemaFormat? ParseOrNone(string? name) => string.IsNullOrEmpty(name) ? null : Parse(name);
}
