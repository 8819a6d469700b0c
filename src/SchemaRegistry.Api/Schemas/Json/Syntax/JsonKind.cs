namespace SchemaRegistry.Api.Schemas.Json.Syntax;

/// <summary>The six kinds of JSON values.</summary>
internal enum JsonKind
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}
