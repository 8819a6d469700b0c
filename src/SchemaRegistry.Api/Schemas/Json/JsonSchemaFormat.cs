using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json;

/// <summary>JSON Schema, drafts 4, 6, 7, 2019-09 and 2020-12; a schema without <c>$schema</c>, or with one that nobody knows, is read as draft 7.</summary>
/// <param name="assertsFormats">Whether <c>format</c> is checked in documents. The specification leaves it to the user; without it only a meta-schema
/// that turns on the format-assertion vocabulary does.</param>
internal sealed class JsonSchemaFormat(bool assertsFormats = false) : ISchemaFormat
{
    public SchemaFormat Format => SchemaFormat.Json;

    public IParsedSchema Parse(ReadOnlySpan<byte> utf8, IReadOnlyList<NamedSchema> references)
    {
        var root = ReadRoot(utf8);
        var store = new SchemaStore(root, references);
        store.CheckKeywords();
        return new ParsedJsonSchema(root, SchemaCompiler.Compile(store, assertsFormats));
    }

    /// <summary>Reads a schema, but not what it references.</summary>
    /// <exception cref="SchemaSyntaxException">The text is not a schema.</exception>
    public static void CheckAlone(ReadOnlySpan<byte> utf8)
    {
        var root = ReadRoot(utf8);
        new SchemaStore(root, []).CheckKeywords();
    }

    private static JsonNode ReadRoot(ReadOnlySpan<byte> utf8)
    {
        var root = JsonTreeReader.Read(utf8);
        return root.Kind is JsonKind.Object or JsonKind.Boolean ? root : throw new SchemaSyntaxException(root.Offset, "a JSON Schema is an object or a boolean");
    }
}
