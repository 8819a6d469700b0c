using System.Globalization;
using System.Text;

namespace SchemaRegistry.Api.Schemas.Formats;

/// <summary>A place in a document; a JSON pointer once it is written out.</summary>
/// <param name="Parent">Where it is in; none for the document itself.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Index">Its index there, when it has no name.</param>
internal sealed record DocumentPath(DocumentPath? Parent, string? Name, int Index)
{
    public static readonly DocumentPath Root = new(null, null, 0);

    public DocumentPath At(string name) => new(this, name, 0);

    public DocumentPath At(int index) => new(this, null, index);

    public override string ToString()
    {
        var parts = new Stack<string>();
        for (var part = this; part.Parent is not null; part = part.Parent)
        {
            parts.Push(part.Name is { } name
                ? name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
                : part.Index.ToString(CultureInfo.InvariantCulture));
        }

        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append('/').Append(part);
        }

        return text.ToString();
    }
}
