using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary>The schema whose keywords are read.</summary>
internal sealed class KeywordContext(SchemaCompiler compiler, SchemaNode node, bool assertsFormats)
{
    public SchemaNode Node { get; } = node;

    public JsonNode Schema => Node.Source;

    public Dialect Dialect => Node.Place.Resource.Dialect;

    public Draft Draft => Dialect.Draft;

    public SchemaCompiler Compiler { get; } = compiler;

    public bool AssertsFormats { get; } = assertsFormats;

    /// <summary>The value of a keyword; none when it is absent.</summary>
    public JsonNode? this[string keyword] => Schema.Find(keyword);

    public SchemaNode Subschema(string keyword, JsonNode schema, params string[] tokens) => Compiler.Compile(schema, Node.Place.Append([keyword, .. tokens]));

    /// <summary>The schemas of an array.</summary>
    public SchemaNode[] Subschemas(string keyword, JsonNode schemas) =>
        [.. Expect(keyword, schemas, JsonKind.Array).Items.Select((schema, index) => Subschema(keyword, schema, index.ToString(System.Globalization.CultureInfo.InvariantCulture)))];

    /// <summary>The schemas of an object.</summary>
    public Dictionary<string, SchemaNode> SubschemaMap(string keyword, JsonNode schemas)
    {
        var map = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
        foreach (var (name, schema) in Expect(keyword, schemas, JsonKind.Object).Members)
        {
            map.Add(name, Subschema(keyword, schema, name));
        }

        return map;
    }

    public string[] Texts(string keyword, JsonNode value) =>
        [.. Expect(keyword, value, JsonKind.Array).Items.Select(item => Expect(keyword, item, JsonKind.String).Text)];

    public JsonNode Expect(string keyword, JsonNode value, JsonKind kind) =>
        value.Kind == kind ? value : throw Fail(keyword, value, $"\"{keyword}\" needs a value of type {kind.ToString().ToLowerInvariant()}");

    public SchemaSyntaxException Fail(string keyword, JsonNode at, string reason) =>
        SchemaCompiler.Fail(Node.Place.Append(keyword), at, reason);
}
