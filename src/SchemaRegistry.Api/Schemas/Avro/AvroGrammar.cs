using System.Globalization;
using SchemaRegistry.Api.Schemas.Json;

namespace SchemaRegistry.Api.Schemas.Avro;

/// <summary>The type grammar of the Avro specification. Recursion is as deep as the text's brackets, which <see cref="JsonSyntax.MaxDepth"/> bounds.</summary>
internal sealed class AvroGrammar(AvroNames names)
{
    // Checked at the end: a default may be of a type that is not complete where the field stands.
    private readonly List<(AvroField Field, SyntaxNode Default)> _defaults = [];

    public AvroType Parse(SyntaxNode root)
    {
        var type = ParseType(root, space: string.Empty);
        foreach (var (field, value) in _defaults)
        {
            if (!AvroDefaults.Fits(field.Type, value))
            {
                throw new SchemaSyntaxException(value.Offset, $"the default of field \"{field.Name}\" is not of its type");
            }
        }

        return type;
    }

    private AvroType ParseType(SyntaxNode node, string space) => node switch
    {
        { IsString: true } => names.Find(node, space),
        { IsArray: true } => ParseUnion(node, space),
        { IsObject: true } => ParseObject(node, space),
        _ => throw new SchemaSyntaxException(node.Offset, "a type is a string, an object or an array"),
    };

    private AvroType ParseObject(SyntaxNode node, string space)
    {
        if (node.Member("type") is not { IsString: true } type)
        {
            throw new SchemaSyntaxException((node.Member("type") ?? node).Offset, "the object needs a \"type\" that is a string");
        }

        return type.Text switch
        {
            "record" or "error" => ParseRecord(node, space),
            "enum" => ParseEnum(node, space),
            "fixed" => ParseFixed(node, space),
            "array" => ParseContainer(AvroKind.Array, node, "items", space),
            "map" => ParseContainer(AvroKind.Map, node, "values", space),
            _ => names.Find(type, space),
        };
    }

    private AvroType ParseRecord(SyntaxNode node, string space)
    {
        var (record, inner) = names.Define(node, AvroKind.Record, space);
        if (node.Member("fields") is not { IsArray: true } fields)
        {
            throw new SchemaSyntaxException((node.Member("fields") ?? node).Offset, $"record \"{record.Name}\" needs an array of \"fields\"");
        }

        CheckAliases(node);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in fields.Items)
        {
            var field = ParseField(item, inner);
            if (!seen.Add(field.Name))
            {
                throw new SchemaSyntaxException(item.Offset, $"record \"{record.Name}\" has two fields \"{field.Name}\"");
            }

            record.Fields.Add(field);
        }

        return record;
    }

    private AvroField ParseField(SyntaxNode node, string space)
    {
        if (!node.IsObject)
        {
            throw new SchemaSyntaxException(node.Offset, "a field is an object");
        }

        var name = AvroNames.Simple(node.Member("name"), node, "a field");
        var type = ParseType(node.Member("type") ?? throw new SchemaSyntaxException(node.Offset, $"field \"{name}\" needs a \"type\""), space);
        if (node.Member("order") is { } order && order is not { IsString: true, Text: "ascending" or "descending" or "ignore" })
        {
            throw new SchemaSyntaxException(order.Offset, "an order is \"ascending\", \"descending\" or \"ignore\"");
        }

        CheckAliases(node);
        var field = new AvroField(name, type, node.Member("default"));
        if (field.Default is { } value)
        {
            _defaults.Add((field, value));
        }

        return field;
    }

    private AvroType ParseEnum(SyntaxNode node, string space)
    {
        var (type, _) = names.Define(node, AvroKind.Enum, space);
        if (node.Member("symbols") is not { IsArray: true } symbols)
        {
            throw new SchemaSyntaxException((node.Member("symbols") ?? node).Offset, $"enum \"{type.Name}\" needs an array of \"symbols\"");
        }

        CheckAliases(node);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var symbol in symbols.Items)
        {
            if (!seen.Add(AvroNames.Simple(symbol, node, "a symbol")))
            {
                throw new SchemaSyntaxException(symbol.Offset, $"enum \"{type.Name}\" has the symbol \"{symbol.Text}\" twice");
            }
        }

        if (node.Member("default") is { } value && !(value is { IsString: true, Text: { } text } && seen.Contains(text)))
        {
            throw new SchemaSyntaxException(value.Offset, $"the default of enum \"{type.Name}\" is not one of its symbols");
        }

        return type;
    }

    private AvroType ParseFixed(SyntaxNode node, string space)
    {
        var (type, _) = names.Define(node, AvroKind.Fixed, space);
        CheckAliases(node);
        return node.Member("size") is { IsNumber: true } size && int.TryParse(size.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? type
            : throw new SchemaSyntaxException((node.Member("size") ?? node).Offset, $"fixed \"{type.Name}\" needs a \"size\" of 0 to 2^31-1");
    }

    private AvroType ParseContainer(AvroKind kind, SyntaxNode node, string member, string space)
    {
        var type = new AvroType(kind);
        type.Parts.Add(ParseType(node.Member(member) ?? throw new SchemaSyntaxException(node.Offset, $"the type needs \"{member}\""), space));
        return type;
    }

    private AvroType ParseUnion(SyntaxNode node, string space)
    {
        var union = new AvroType(AvroKind.Union);
        foreach (var item in node.Items)
        {
            var branch = ParseType(item, space);
            if (branch.Kind == AvroKind.Union)
            {
                throw new SchemaSyntaxException(item.Offset, "a union must not directly contain a union");
            }

            if (union.Parts.Exists(other => other.Kind == branch.Kind && string.Equals(other.Name, branch.Name, StringComparison.Ordinal)))
            {
                throw new SchemaSyntaxException(item.Offset, $"the union has two branches of type {branch.Name ?? Lower(branch.Kind)}");
            }

            union.Parts.Add(branch);
        }

        return union;
    }

    private static void CheckAliases(SyntaxNode node)
    {
        if (node.Member("aliases") is { } aliases && !(aliases.IsArray && aliases.Items.TrueForAll(static alias => alias.IsString)))
        {
            throw new SchemaSyntaxException(aliases.Offset, "\"aliases\" is an array of strings");
        }
    }

#pragma warning disable CA1308 // Avro's own names are lower case.
    private static string Lower(AvroKind kind) => kind.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
