namespace SchemaRegistry.Api.Schemas.Protobuf.Syntax;

/// <summary>A word of the text.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
