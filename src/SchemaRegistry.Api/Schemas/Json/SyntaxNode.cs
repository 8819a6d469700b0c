using System.Text.Json;

namespace SchemaRegistry.Api.Schemas.Json;

/// <summary>A JSON value that knows where it stands in the text.</summary>
internal sealed class SyntaxNode(JsonTokenType kind, int offset)
{
    /// <summary>The value's first token.</summary>
    public JsonTokenType Kind { get; } = kind;

    /// <summary>Where it starts, in bytes.</summary>
    public int Offset { get; } = offset;

    /// <summary>Content of a string; digits of a number; <see langword="null"/> also where a string holds half a surrogate pair.</summary>
    public string? Text { get; init; }

    /// <summary>Elements of an array.</summary>
    public List<SyntaxNode> Items { get; } = [];

    /// <summary>Members of an object; of several with one name the last counts.</summary>
    public Dictionary<string, SyntaxNode> Members { get; } = new(StringComparer.Ordinal);

    public bool IsObject => Kind == JsonTokenType.StartObject;

    public bool IsArray => Kind == JsonTokenType.StartArray;

    public bool IsString => Kind == JsonTokenType.String;

    public bool IsNumber => Kind == JsonTokenType.Number;

    public bool IsBoolean => Kind is JsonTokenType.True or JsonTokenType.False;

    public bool IsNull => Kind == JsonTokenType.Null;

    public SyntaxNode? Member(string name) => Members.GetValueOrDefault(name);
}
