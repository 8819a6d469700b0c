using System.Text;

namespace SchemaRegistry.Api.Schemas.Protobuf.Syntax;

/// <summary>A text and its words; the last one is the end.</summary>
internal sealed class TokenList(byte[] text, List<Token> tokens)
{
    public byte[] Text { get; } = text;

    public int Count => tokens.Count;

    public Token this[int index] => tokens[index];

    public ReadOnlySpan<byte> BytesOf(Token token) => Text.AsSpan(token.Start, token.Length);

    public string TextOf(Token token) => Encoding.UTF8.GetString(BytesOf(token));
}
