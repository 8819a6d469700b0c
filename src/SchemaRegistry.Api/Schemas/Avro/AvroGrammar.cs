using System.Globalization;
using SchemaRegistry.Api.Schemas.Json;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Avro;

/// <summary>The type grammar of the Avro specification. Recursion is as deep as the text's brackets, which <see cref="JsonSyntax.MaxDepth"/> bounds.</summary>
internal sealed class AvroGrammar(AvroNames names)
{
    // Checked at the end: a default may be of a type that is not complete where the field stands.
    private readonly List<(AvroField Field, JsonNode Default)> _defaults = [];

    public AvroType Parse(JsonNode root)
    {
        var type = ParseType(root, space: string.Empty);
        var defaults = new AvroDefaults();
        foreach (var (field, value) in _defaults)
        {
            if (!defaults.Fits(field.Type, value))
            {
                throw new SchemaSyntaxException(value.Offset, $"the default of field \"{field.Name}\" is not of its type");
            }
        }

        return type;
    }

    private AvroType ParseType(JsonNode node, string space) => node.Kind switch
    {
        JsonKind.String => names.Find(node, space),
        JsonKind.Array => ParseUnion(node, space),
        JsonKind.Object => ParseObject(node, space),
        _ => throw new SchemaSyntaxException(node.Offset, "a type is a string, an object or an array"),
    };

    private AvroType ParseObject(JsonNode node, string space)
    {
        if (node.Find("type") is not { IsString: true } type)
        {
            throw new SchemaSyntaxException((node.Find("type") ?? node).Offset, "the object needs a \"type\" that is a string");
        }

        return type.Text switch
        {
            "record" or "error" => ParseRecord(node, type.Text, space),
            "enum" => ParseEnum(node, space),
            "fixed" => ParseFixed(node, space),
            "array" => ParseContainer(AvroKind.Array, node, "items", space),
            "map" => ParseContainer(AvroKind.Map, node, "values", space),
            _ => ParseNamed(node, names.Find(type, space)),
        };
    }

    // A primitive type with attributes is a type of its own; attributes beside the name of another type say nothing.
    private static AvroType ParseNamed(JsonNode node, AvroType named) =>
        named.Name is null && AvroAttributes.OfUnnamed(node) is { Count: > 0 } properties ? new AvroType(named.Kind) { Properties = properties } : named;

    private AvroType ParseRecord(JsonNode node, string keyword, string space)
    {
        var (record, inner) = names.Define(node, AvroKind.Record, space, isError: keyword == "error");
        if (node.Find("fields") is not { IsArray: true } fields)
        {
            throw new SchemaSyntaxException((node.Find("fields") ?? node).Offset, $"record \"{record.Name}\" needs an array of \"fields\"");
        }

        foreach (var item in fields.Items)
        {
            var field = ParseField(item, inner);
            if (!record.TryAdd(field))
            {
                throw new SchemaSyntaxException(item.Offset, $"record \"{record.Name}\" has two fields \"{field.Name}\"");
            }
        }

        return record;
    }

    private AvroField ParseField(JsonNode node, string space)
    {
        if (!node.IsObject)
        {
            throw new SchemaSyntaxException(node.Offset, "a field is an object");
        }

        var name = AvroNames.Simple(node.Find("name"), node, "a field");
        var type = ParseType(node.Find("type") ?? throw new SchemaSyntaxException(node.Offset, $"field \"{name}\" needs a \"type\""), space);
        if (node.Find("order") is { } order && order is not { IsString: true, Text: "ascending" or "descending" or "ignore" })
        {
            throw new SchemaSyntaxException(order.Offset, "an order is \"ascending\", \"descending\" or \"ignore\"");
        }

        var field = new AvroField(name, type, node.Find("default"))
        {
            Aliases = AvroAttributes.AliasesOf(node),
            Documentation = node.FindText("doc"),
            Order = node.FindText("order") is { } text and not "ascending" ? text : null,
            Properties = AvroAttributes.OfField(node),
        };
        if (field.Default is { } value)
        {
            _defaults.Add((field, value));
        }

        return field;
    }

    private AvroType ParseEnum(JsonNode node, string space)
    {
        var (type, _) = names.Define(node, AvroKind.Enum, space);
        if (node.Find("symbols") is not { IsArray: true } symbols)
        {
            throw new SchemaSyntaxException((node.Find("symbols") ?? node).Offset, $"enum \"{type.Name}\" needs an array of \"symbols\"");
        }

        foreach (var symbol in symbols.Items)
        {
            if (!type.TryAdd(AvroNames.Simple(symbol, node, "a symbol")))
            {
                throw new SchemaSyntaxException(symbol.Offset, $"enum \"{type.Name}\" has the symbol \"{symbol.Text}\" twice");
            }
        }

        if (node.Find("default") is { } value)
        {
            type.DefaultSymbol = value.IsString && type.HasSymbol(value.Text)
                ? value.Text
                : throw new SchemaSyntaxException(value.Offset, $"the default of enum \"{type.Name}\" is not one of its symbols");
        }

        return type;
    }

    private AvroType ParseFixed(JsonNode node, string space)
    {
        var (type, _) = names.Define(node, AvroKind.Fixed, space);
        var size = node.Find("size");
        if (size is null || !AvroDefaults.IsInteger(size, 0, int.MaxValue))
        {
            throw new SchemaSyntaxException((size ?? node).Offset, $"fixed \"{type.Name}\" needs a \"size\" of 0 to 2^31-1");
        }

        type.Size = int.Parse(size.Number.ToString(), CultureInfo.InvariantCulture);
        return type;
    }

    private AvroType ParseContainer(AvroKind kind, JsonNode node, string member, string space)
    {
        var type = new AvroType(kind) { Properties = AvroAttributes.OfUnnamed(node) };
        type.Parts.Add(ParseType(node.Find(member) ?? throw new SchemaSyntaxException(node.Offset, $"the type needs \"{member}\""), space));
        return type;
    }

    private AvroType ParseUnion(JsonNode node, string space)
    {
        var union = new AvroType(AvroKind.Union);
        foreach (var item in node.Items)
        {
            var branch = ParseType(item, space);
            if (branch.Kind == AvroKind.Union)
            {
                throw new SchemaSyntaxException(item.Offset, "a union must not directly contain a union");
            }

            if (!union.TryAdd(branch))
            {
                throw new SchemaSyntaxException(item.Offset, $"the union has two branches of type {branch.TypeName}");
            }
        }

        return union;
    }
}
