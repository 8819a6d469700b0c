using System.Text;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json;

/// <summary>JSON Schema, drafts 4, 6, 7, 2019-09 and 2020-12; a schema without <c>$schema</c>, or with one that nobody knows, is read as draft 7.</summary>
internal sealed class JsonSchemaFormat : ISchemaFormat
{
    public SchemaFormat Format => SchemaFormat.Json;

    public IParsedSchema Parse(ReadOnlySpan<byte> utf8, IReadOnlyList<NamedSchema> references)
    {
        var root = ReadRoot(utf8);
        var store = new SchemaStore(root, references);
        store.CheckKeywords();
        return new ParsedJsonSchema(root, Encoding.UTF8.GetString(utf8), references, SchemaCompiler.Compile(store, assertsFormats: false));
    }

    private static JsonNode ReadRoot(ReadOnlySpan<byte> utf8)
    {
        var root = JsonTreeReader.Read(utf8);
        return root.Kind is JsonKind.Object or JsonKind.Boolean ? root : throw new SchemaSyntaxException(root.Offset, "a JSON Schema is an object or a boolean");
    }
}
