using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>Keywords that are a schema or a boolean.</summary>
internal static class Permission
{
    /// <summary>Whether the value allows anything at all; an absent one does.</summary>
    public static bool Permits(this JsonNode? value) => value is not { Kind: JsonKind.Boolean, Boolean: false };
}
