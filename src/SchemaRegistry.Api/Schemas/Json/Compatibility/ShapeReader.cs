using SchemaRegistry.Api.Schemas.Json.Keywords;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>Sees schemas as Confluent's registry does: keywords fall into families (of strings, numbers, arrays, objects), and a schema with more than
/// one aspect is a product of them.</summary>
internal sealed class ShapeReader(CompiledSchema schema)
{
    private static readonly (ShapeKind Kind, string[] Keywords)[] s_families =
    [
        (ShapeKind.Array, ["items", "additionalItems", "minItems", "maxItems", "uniqueItems", "contains", "prefixItems", "unevaluatedItems"]),
        (ShapeKind.Object, ["properties", "required", "minProperties", "maxProperties", "dependencies", "patternProperties", "additionalProperties",
            "propertyNames", "dependentRequired", "dependentSchemas", "unevaluatedProperties"]),
        (ShapeKind.Number, ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]),
        (ShapeKind.String, ["minLength", "maxLength", "pattern", "format"]),
    ];

    private static readonly Dictionary<string, Draft> s_newKeywords = new(StringComparer.Ordinal)
    {
        ["contains"] = Draft.Draft6,
        ["propertyNames"] = Draft.Draft6,
        ["prefixItems"] = Draft.Draft202012,
        ["unevaluatedItems"] = Draft.Draft201909,
        ["dependentRequired"] = Draft.Draft201909,
        ["dependentSchemas"] = Draft.Draft201909,
        ["unevaluatedProperties"] = Draft.Draft201909,
    };

    private readonly Dictionary<SchemaNode, Shape> _shapes = [];

    public Shape Root => Of(schema.Root);

    public Shape Of(SchemaNode node)
    {
        if (!_shapes.TryGetValue(node, out var shape))
        {
            shape = Read(node);
            _shapes.Add(node, shape);
        }

        return shape;
    }

    /// <summary>The shape of a schema that stands in another.</summary>
    public Shape Of(JsonNode source, SchemaNode parent) => Of(schema.Nodes.TryGetValue(source, out var node) ? node : new SchemaNode(-1, source, parent.Place));

    private Shape Read(SchemaNode node)
    {
        if (!node.Source.IsObject)
        {
            return new Shape(node.Source.Boolean ? ShapeKind.Empty : ShapeKind.False, node, this);
        }

        var parts = new List<Shape>();
        AddReferences(node, parts);
        if (parts.Count > 0 && node.Place.Resource.Dialect.RefStandsAlone)
        {
            return parts[0];
        }

        AddGeneral(node, parts);
        AddTyped(node, parts);
        if (node.Place.Resource.Dialect.Draft >= Draft.Draft7 && node.Source.Find("if") is not null)
        {
            parts.Add(new Shape(ShapeKind.Conditional, node, this));
        }

        return parts.Count switch
        {
            0 => new Shape(ShapeKind.Empty, node, this),
            1 => parts[0],
            _ => new Shape(ShapeKind.Combined, node, this) { Criterion = Criterion.All, Parts = parts },
        };
    }

    private void AddReferences(SchemaNode node, List<Shape> parts)
    {
        foreach (var keyword in node.Keywords)
        {
            var target = keyword switch
            {
                Reference reference => reference.Target,
                DynamicReference reference => reference.Target,
                _ => null,
            };
            if (target is not null)
            {
                parts.Add(new Shape(ShapeKind.Reference, node, this) { Target = target });
            }
        }
    }

    private void AddGeneral(SchemaNode node, List<Shape> parts)
    {
        var source = node.Source;
        if (source.Find("enum") is { IsArray: true })
        {
            parts.Add(new Shape(ShapeKind.Enum, node, this));
        }

        foreach (var (keyword, criterion) in new[] { ("allOf", Criterion.All), ("anyOf", Criterion.Any), ("oneOf", Criterion.One) })
        {
            if (source.Find(keyword) is { IsArray: true } schemas)
            {
                Shape[] inner = [.. schemas.Items.Distinct(JsonValueComparer.Instance).Select(schema => Of(schema, node))];
                parts.Add(new Shape(ShapeKind.Combined, node, this) { Criterion = criterion, Parts = inner });
            }
        }

        if (source.Find("not") is not null)
        {
            parts.Add(new Shape(ShapeKind.Not, node, this));
        }

        if (source.Find("const") is not null && node.Place.Resource.Dialect.Draft >= Draft.Draft6)
        {
            parts.Add(new Shape(ShapeKind.Const, node, this));
        }
    }

    private void AddTyped(SchemaNode node, List<Shape> parts)
    {
        var types = node.Source.Find("type");
        Shape[] typed = types switch
        {
            { IsString: true } => [OfType(types.Text, node)],
            { IsArray: true } => [.. types.Items.Select(type => OfType(type.Text, node))],
            _ => [],
        };
        if (types is { IsArray: true })
        {
            parts.Add(new Shape(ShapeKind.Combined, node, this) { Criterion = Criterion.Any, Parts = typed });
        }
        else
        {
            parts.AddRange(typed);
        }

        foreach (var (kind, keywords) in s_families)
        {
            if (!Array.Exists(typed, shape => shape.Kind == kind) && Array.Exists(keywords, keyword => Counts(node, keyword)))
            {
                parts.Add(new Shape(kind, node, this));
            }
        }
    }

    private static bool Counts(SchemaNode node, string keyword)
    {
        var draft = node.Place.Resource.Dialect.Draft;
        if (node.Source.Find(keyword) is not { } value || draft < s_newKeywords.GetValueOrDefault(keyword))
        {
            return false;
        }

        // The later drafts take a map without members, a format and the keywords of the earlier drafts for no demand at all.
        return draft < Draft.Draft201909
            || !((value is { IsObject: true, Members.Length: 0 } && keyword is "properties" or "patternProperties")
                || keyword is "format" or "dependencies"
                || (keyword == "additionalItems" && draft == Draft.Draft202012));
    }

    private Shape OfType(string type, SchemaNode node) => new(
        type switch
        {
            "null" => ShapeKind.Null,
            "boolean" => ShapeKind.Boolean,
            "string" => ShapeKind.String,
            "array" => ShapeKind.Array,
            "object" => ShapeKind.Object,
            _ => ShapeKind.Number,
        },
        node,
        this)
    {
        RequiresInteger = type == "integer",
    };
}
