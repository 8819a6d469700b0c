namespace SchemaRegistry.Api.Schemas.Avro;

/// <summary>The kinds of types, in the order of the specification.</summary>
internal enum AvroKind
{
    Null,
    Boolean,
    Int,
    Long,
    Float,
    Double,
    Bytes,
    String,
    Record,
    Enum,
    Array,
    Map,
    Union,
    Fixed,
}
