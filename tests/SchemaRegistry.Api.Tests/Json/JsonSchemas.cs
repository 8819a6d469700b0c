using System.Text;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json;

namespace SchemaRegistry.Api.Tests.Json;

/// <summary>Short ways to the engine.</summary>
internal static class JsonSchemas
{
    public static IParsedSchema Parse(string schema, params NamedSchema[] references) => new JsonSchemaFormat().Parse(Encoding.UTF8.GetBytes(schema), references);

    public static IReadOnlyList<DocumentError> Validate(string schema, string document) => Parse(schema).Validate(document);

    public static IReadOnlyList<DocumentError> Validate(this IParsedSchema schema, string document) =>
        schema.Validate(Encoding.UTF8.GetBytes(document), DocumentOptions.Json);

    /// <summary>What a change breaks, as <c>TYPE path</c>.</summary>
    public static IEnumerable<string> Changes(string older, string newer, CompatibilityPolicy policy = CompatibilityPolicy.Strict) =>
        Parse(newer).FindIncompatibilities(Parse(older), policy).Select(static found => $"{found.Type} {found.Path}");
}
