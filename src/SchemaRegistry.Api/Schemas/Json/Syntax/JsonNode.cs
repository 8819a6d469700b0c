namespace SchemaRegistry.Api.Schemas.Json.Syntax;

/// <summary>A value of a document that was read: knows its place in the text, and which one it is among the values of its document.</summary>
internal sealed class JsonNode
{
    // Few members are found faster by looking at each than by hashing the name.
    private const int SmallObject = 8;

    // Only what the kind needs: a document has thousands of these.
    private readonly object? _value;
    private Dictionary<string, JsonNode>? _index;
    private int _hash;

    public JsonNode(JsonKind kind, int offset, int id, object? value = null)
    {
        Kind = kind;
        Offset = offset;
        Id = id;
        _value = value;
    }

    public JsonKind Kind { get; }

    /// <summary>Where it starts, in bytes.</summary>
    public int Offset { get; }

    /// <summary>Its number in the order of the text.</summary>
    public int Id { get; }

    /// <summary>Content of a string.</summary>
    public string Text => _value as string ?? string.Empty;

    public JsonNumber Number => _value is JsonNumber number ? number : default;

    public bool Boolean => Kind == JsonKind.Boolean && _value is not null;

    public JsonNode[] Items => _value as JsonNode[] ?? [];

    public JsonMember[] Members => _value as JsonMember[] ?? [];

    public bool IsObject => Kind == JsonKind.Object;

    public bool IsArray => Kind == JsonKind.Array;

    public bool IsString => Kind == JsonKind.String;

    public bool IsNumber => Kind == JsonKind.Number;

    public JsonNode? Find(string name)
    {
        if (Members.Length > SmallObject)
        {
            return (_index ??= Members.ToDictionary(static member => member.Name, static member => member.Value, StringComparer.Ordinal)).GetValueOrDefault(name);
        }

        foreach (var member in Members)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>The text of a string member; none when there is no such member or it is something else.</summary>
    public string? FindText(string name) => Find(name) is { Kind: JsonKind.String } node ? node.Text : null;

    /// <summary>The hash of the value as JSON Schema compares values: numbers by value, members in any order.</summary>
    public int ValueHash()
    {
        if (_hash == 0)
        {
            // Zero means that it is not known yet.
            _hash = ComputeHash() | 1;
        }

        return _hash;
    }

    public bool ValueEquals(JsonNode other)
    {
        if (Kind != other.Kind || ValueHash() != other.ValueHash())
        {
            return false;
        }

        return Kind switch
        {
            JsonKind.Null => true,
            JsonKind.Boolean => Boolean == other.Boolean,
            JsonKind.Number => Number == other.Number,
            JsonKind.String => string.Equals(Text, other.Text, StringComparison.Ordinal),
            JsonKind.Array => Items.Length == other.Items.Length && Items.Zip(other.Items).All(static pair => pair.First.ValueEquals(pair.Second)),
            _ => Members.Length == other.Members.Length && Members.All(member => other.Find(member.Name) is { } value && member.Value.ValueEquals(value)),
        };
    }

    private int ComputeHash() => Kind switch
    {
        JsonKind.Null => 0,
        JsonKind.Boolean => Boolean ? 1 : 2,
        JsonKind.Number => Number.GetHashCode(),
        JsonKind.String => string.GetHashCode(Text, StringComparison.Ordinal),
        JsonKind.Array => Items.Aggregate(3, static (hash, item) => HashCode.Combine(hash, item.ValueHash())),
        _ => Members.Aggregate(4, static (hash, member) => hash + HashCode.Combine(member.Name, member.Value.ValueHash())),
    };
}
