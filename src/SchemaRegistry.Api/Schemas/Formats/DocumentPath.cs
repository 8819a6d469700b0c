using System.Globalization;
using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Formats;

/// <summary>The way to a value, written out only for errors that are listed.</summary>
internal sealed class DocumentPath
{
    public static readonly DocumentPath Root = new(null, null, 0);

    private readonly DocumentPath? _outer;
    private readonly string? _name;
    private readonly int _index;

    private DocumentPath(DocumentPath? outer, string? name, int index)
    {
        _outer = outer;
        _name = name;
        _index = index;
        Depth = outer is null ? 0 : outer.Depth + 1;
    }

    /// <summary>How many steps it is from the document to the value.</summary>
    public int Depth { get; }

    public DocumentPath Append(string name) => new(this, name, 0);

    public DocumentPath Append(int index) => new(this, null, index);

    /// <summary>As a JSON pointer.</summary>
    public override string ToString()
    {
        var tokens = new string[Depth];
        for (var path = this; path._outer is not null; path = path._outer)
        {
            tokens[path.Depth - 1] = JsonPointer.Append(string.Empty, path._name ?? path._index.ToString(CultureInfo.InvariantCulture));
        }

        return string.Concat(tokens);
    }
}
