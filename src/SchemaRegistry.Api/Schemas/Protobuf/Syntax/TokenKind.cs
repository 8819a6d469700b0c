namespace SchemaRegistry.Api.Schemas.Protobuf.Syntax;

internal enum TokenKind
{
    End,
    Identifier,
    Integer,
    Float,
    String,
    Symbol,
}
