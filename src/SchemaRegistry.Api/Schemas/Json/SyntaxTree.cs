using System.Text;
using System.Text.Json;

namespace SchemaRegistry.Api.Schemas.Json;

/// <summary>Reads a text into nodes. <see cref="JsonDocument"/> would do, if its elements knew their place in the text.</summary>
internal static class SyntaxTree
{
    public static SyntaxNode Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = JsonSyntax.CreateReader(utf8);
        SyntaxNode? root = null;
        string? name = null;
        var open = new Stack<SyntaxNode>();
        while (JsonSyntax.Read(ref reader, utf8))
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = Text(ref reader) ?? throw new SchemaSyntaxException((int)reader.TokenStartIndex, "the name holds half a surrogate pair");
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    break;
                default:
                    var node = ToNode(ref reader);
                    root ??= node;
                    Attach(open, name, node);
                    if (node.IsObject || node.IsArray)
                    {
                        open.Push(node);
                    }

                    break;
            }
        }

        return root ?? throw new SchemaSyntaxException(0, "the text is empty");
    }

    private static void Attach(Stack<SyntaxNode> open, string? name, SyntaxNode node)
    {
        if (!open.TryPeek(out var parent))
        {
            return;
        }

        if (parent.IsArray)
        {
            parent.Items.Add(node);
        }
        else
        {
            parent.Members[name!] = node;
        }
    }

    private static SyntaxNode ToNode(ref Utf8JsonReader reader) => new(reader.TokenType, (int)reader.TokenStartIndex)
    {
        Text = reader.TokenType switch
        {
            JsonTokenType.String => Text(ref reader),
            JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan),
            _ => null,
        },
    };

    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
