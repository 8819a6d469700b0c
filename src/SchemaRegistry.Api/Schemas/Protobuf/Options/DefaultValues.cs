using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Options;

/// <summary>What scalars are when nothing is said.</summary>
internal static class DefaultValues
{
    public static object Of(ProtoField field) => field.Type switch
    {
        FieldType.Double => 0d,
        FieldType.Float => 0f,
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => 0L,
        FieldType.UInt64 or FieldType.Fixed64 => 0UL,
        FieldType.UInt32 or FieldType.Fixed32 => 0U,
        FieldType.Bool => false,
        FieldType.String or FieldType.Bytes => (object)Array.Empty<byte>(),
        FieldType.Enum => field.EnumType!.Values[0].Number,
        _ => 0,
    };
}
