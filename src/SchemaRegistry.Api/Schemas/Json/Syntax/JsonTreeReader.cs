using System.Runtime.InteropServices;
using System.Text.Json;
using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Schemas.Json.Syntax;

/// <summary>Reads a text into nodes. A name that stands twice in an object is refused: what it means depends on who reads it.</summary>
internal ref struct JsonTreeReader
{
    private const int LongestPooledName = 64;

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly bool _hasNames;
    private readonly List<JsonNode> _items = [];
    private readonly List<JsonMember> _members = [];
    private Utf8JsonReader _reader;
    private int _count;

    private JsonTreeReader(ReadOnlySpan<byte> utf8, HashSet<string>? names)
    {
        _utf8 = utf8;
        _reader = JsonSyntax.CreateReader(utf8);
        _hasNames = names is not null;
        _names = names is null ? default : names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <param name="utf8">The text.</param>
    /// <param name="names">Names that are likely to occur, with the ordinal comparer; they are not copied from the text again.</param>
    /// <exception cref="SchemaSyntaxException">The text is not JSON, or nests too deep, or has a number beyond <see cref="JsonNumber.TryParse"/>.</exception>
    public static JsonNode Read(ReadOnlySpan<byte> utf8, HashSet<string>? names = null) => new JsonTreeReader(utf8, names).ReadDocument();

    private JsonNode ReadDocument()
    {
        if (!Next())
        {
            throw new SchemaSyntaxException(0, "the text is empty");
        }

        var root = ReadValue();
        Next();
        return root;
    }

    private bool Next()
    {
        try
        {
            return _reader.Read();
        }
        catch (JsonException exception)
        {
            throw new SchemaSyntaxException(TextPosition.OffsetOf(_utf8, exception), TextPosition.ReasonOf(exception));
        }
    }

    // As deep as the text's brackets, which JsonSyntax.MaxDepth bounds.
    private JsonNode ReadValue()
    {
        var offset = (int)_reader.TokenStartIndex;
        var id = _count++;
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => new JsonNode(JsonKind.Object, offset, id, ReadMembers()),
            JsonTokenType.StartArray => new JsonNode(JsonKind.Array, offset, id, ReadItems()),
            JsonTokenType.String => new JsonNode(JsonKind.String, offset, id, ReadText()),
            JsonTokenType.Number => new JsonNode(JsonKind.Number, offset, id, ReadNumber()),
            JsonTokenType.Null => new JsonNode(JsonKind.Null, offset, id),
            JsonTokenType.True => new JsonNode(JsonKind.Boolean, offset, id, string.Empty),
            _ => new JsonNode(JsonKind.Boolean, offset, id),
        };
    }

    private JsonNode[] ReadItems()
    {
        var start = _items.Count;
        while (Next() && _reader.TokenType != JsonTokenType.EndArray)
        {
            _items.Add(ReadValue());
        }

        var items = CollectionsMarshal.AsSpan(_items)[start..].ToArray();
        _items.RemoveRange(start, items.Length);
        return items;
    }

    private JsonMember[] ReadMembers()
    {
        var start = _members.Count;
        HashSet<string>? seen = null;
        while (Next() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var offset = (int)_reader.TokenStartIndex;
            var name = ReadName();
            if (IsTaken(start, name, ref seen))
            {
                throw new SchemaSyntaxException(offset, $"the name \"{name}\" stands twice in one object");
            }

            Next();
            _members.Add(new JsonMember(name, ReadValue()));
        }

        var members = CollectionsMarshal.AsSpan(_members)[start..].ToArray();
        _members.RemoveRange(start, members.Length);
        return members;
    }

    private readonly bool IsTaken(int start, string name, ref HashSet<string>? seen)
    {
        if (seen is null && _members.Count - start > 16)
        {
            seen = new HashSet<string>(StringComparer.Ordinal);
            for (var i = start; i < _members.Count; i++)
            {
                seen.Add(_members[i].Name);
            }
        }

        if (seen is not null)
        {
            return !seen.Add(name);
        }

        for (var i = start; i < _members.Count; i++)
        {
            if (string.Equals(_members[i].Name, name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private string ReadName()
    {
        if (_hasNames && !_reader.ValueIsEscaped && _reader.ValueSpan.Length <= LongestPooledName)
        {
            Span<char> characters = stackalloc char[LongestPooledName];
            if (System.Text.Ascii.ToUtf16(_reader.ValueSpan, characters, out var length) == System.Buffers.OperationStatus.Done
                && _names.TryGetValue(characters[..length], out var name))
            {
                return name;
            }
        }

        return ReadText();
    }

    private string ReadText()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new SchemaSyntaxException((int)_reader.TokenStartIndex, "the string holds half a surrogate pair or bytes that are not UTF-8");
        }
    }

    private JsonNumber ReadNumber() => JsonNumber.TryParse(_reader.ValueSpan, out var number)
        ? number
        : throw new SchemaSyntaxException((int)_reader.TokenStartIndex, "the number has too many digits");
}
