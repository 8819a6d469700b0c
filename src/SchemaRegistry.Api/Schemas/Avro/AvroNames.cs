using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Avro;

/// <summary>The named types seen so far. A type must be defined before it is used, in the order of the text.</summary>
internal sealed class AvroNames
{
    private static readonly Dictionary<string, AvroType> s_primitives = new(StringComparer.Ordinal)
    {
        ["null"] = new(AvroKind.Null),
        ["boolean"] = new(AvroKind.Boolean),
        ["int"] = new(AvroKind.Int),
        ["long"] = new(AvroKind.Long),
        ["float"] = new(AvroKind.Float),
        ["double"] = new(AvroKind.Double),
        ["bytes"] = new(AvroKind.Bytes),
        ["string"] = new(AvroKind.String),
    };

    private readonly Dictionary<string, AvroType> _types = new(StringComparer.Ordinal);

    /// <summary>The types defined so far.</summary>
    public IReadOnlyCollection<AvroType> Defined => _types.Values;

    /// <summary>Finds a type by a name as written: primitive, in the enclosing name space, or without one.</summary>
    public AvroType Find(JsonNode node, string space)
    {
        var name = node.Text;
        if (s_primitives.TryGetValue(name, out var type)
            || _types.TryGetValue(Qualify(name, space), out type)
            || _types.TryGetValue(name, out type))
        {
            return type;
        }

        throw new SchemaSyntaxException(node.Offset, $"unknown type \"{name}\"");
    }

    /// <summary>Adds the type that an object with <c>name</c> and <c>namespace</c> defines; returns it and the name space of what it encloses.</summary>
    public (AvroType Type, string Space) Define(JsonNode definition, AvroKind kind, string enclosing, bool isError = false)
    {
        var node = definition.Find("name") ?? throw new SchemaSyntaxException(definition.Offset, "a named type needs a \"name\"");
        var fullName = FullName(node, definition.Find("namespace"), enclosing);
        if (s_primitives.ContainsKey(fullName))
        {
            throw new SchemaSyntaxException(node.Offset, $"\"{fullName}\" is the name of a primitive type");
        }

        var space = SpaceOf(fullName);
        var type = new AvroType(kind, fullName)
        {
            IsError = isError,
            Aliases = [.. AvroAttributes.AliasesOf(definition).Select(alias => Qualify(alias, space))],
            Documentation = definition.FindText("doc"),
            Properties = AvroAttributes.OfNamed(definition, kind == AvroKind.Enum),
        };
        return _types.TryAdd(fullName, type)
            ? (type, space)
            : throw new SchemaSyntaxException(node.Offset, $"\"{fullName}\" is defined twice");
    }

    /// <summary>A name without dots: of a field or a symbol.</summary>
    public static string Simple(JsonNode? node, JsonNode parent, string what)
    {
        if (node is not { IsString: true, Text: var name })
        {
            throw new SchemaSyntaxException((node ?? parent).Offset, $"{what} needs a name");
        }

        return IsSimple(name) ? name : throw new SchemaSyntaxException(node.Offset, $"\"{name}\" is not a name: letters, digits and _ only, no digit first");
    }

    private static string FullName(JsonNode node, JsonNode? space, string enclosing)
    {
        if (node is not { IsString: true, Text: var name } || !name.Split('.').All(IsSimple))
        {
            throw new SchemaSyntaxException(node.Offset, $"\"{node.Text}\" is not a name: letters, digits and _ only, no digit first");
        }

        if (space is not (null or { Kind: JsonKind.String or JsonKind.Null }))
        {
            throw new SchemaSyntaxException(space.Offset, "a namespace is a string");
        }

        // A dotted name says all; its "namespace" is then ignored.
        if (space?.Text is { Length: > 0 } text && !name.Contains('.', StringComparison.Ordinal) && !text.Split('.').All(IsSimple))
        {
            throw new SchemaSyntaxException(space.Offset, $"\"{text}\" is not a namespace");
        }

        return Qualify(name, space is null ? enclosing : space.Text);
    }

    private static string Qualify(string name, string space) =>
        space.Length == 0 || name.Contains('.', StringComparison.Ordinal) ? name : $"{space}.{name}";

    public static string SpaceOf(string fullName)
    {
        var dot = fullName.LastIndexOf('.');
        return dot < 0 ? string.Empty : fullName[..dot];
    }

    private static bool IsSimple(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
