using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Compatibility;

/// <summary>Groups of scalar types that can read each other's encoding.</summary>
internal static class ScalarKinds
{
    public const int Number = 0;
    public const int SignedNumber = 1;
    public const int StringOrBytes = 2;
    public const int Fixed32 = 3;
    public const int Fixed64 = 4;
    public const int Float = 5;
    public const int Double = 6;

    public static int Of(FieldType type) => type switch
    {
        FieldType.SInt32 or FieldType.SInt64 => SignedNumber,
        FieldType.String or FieldType.Bytes => StringOrBytes,
        FieldType.Fixed32 or FieldType.SFixed32 => Fixed32,
        FieldType.Fixed64 or FieldType.SFixed64 => Fixed64,
        FieldType.Float => Float,
        FieldType.Double => Double,
        _ => Number,
    };
}
