namespace SchemaRegistry.Api.Schemas.Protobuf.Model;

/// <summary>How a value stands on the wire: the lowest three bits of its tag.</summary>
internal enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    Length = 2,
    StartGroup = 3,
    EndGroup = 4,
    Fixed32 = 5,
}
