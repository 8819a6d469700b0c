using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Options;

/// <summary>Writes a value in the binary encoding.</summary>
internal static class MessageWriter
{
    // As C++ has them; .NET's have the sign bit set.
    private const ulong DoubleNaN = 0x7FF8_0000_0000_0000;
    private const uint SingleNaN = 0x7FC0_0000;

    public static byte[] Write(MessageValue message)
    {
        var writer = new WireWriter();
        Write(writer, message);
        return writer.Written.ToArray();
    }

    private static void Write(WireWriter writer, MessageValue message)
    {
        foreach (var (field, values) in message.Fields)
        {
            if (IsPacked(field))
            {
                var packed = new WireWriter();
                values.ForEach(value => WriteScalar(packed, field.Type, value));
                writer.Bytes(field.Number, packed.Written);
                continue;
            }

            foreach (var value in values)
            {
                WriteField(writer, field, value);
            }
        }
    }

    private static bool IsPacked(ProtoField field) =>
        field.IsRepeated && FieldTypes.IsPackable(field.Type) && field.Features.RepeatedFieldEncoding == FeatureSet.Packed;

    private static void WriteField(WireWriter writer, ProtoField field, object value)
    {
        switch (value)
        {
            case MessageValue nested when field.IsDelimited:
                writer.Tag(field.Number, WireType.StartGroup);
                Write(writer, nested);
                writer.Tag(field.Number, WireType.EndGroup);
                break;
            case MessageValue nested:
                writer.Bytes(field.Number, Write(nested));
                break;
            case byte[] bytes:
                writer.Bytes(field.Number, bytes);
                break;
            default:
                writer.Tag(field.Number, FieldTypes.WireTypeOf(field.Type));
                WriteScalar(writer, field.Type, value);
                break;
        }
    }

    private static void WriteScalar(WireWriter writer, FieldType type, object value)
    {
        switch (type)
        {
            case FieldType.Double:
                writer.Fixed64(double.IsNaN((double)value) ? DoubleNaN : BitConverter.DoubleToUInt64Bits((double)value));
                break;
            case FieldType.Float:
                writer.Fixed32(float.IsNaN((float)value) ? SingleNaN : BitConverter.SingleToUInt32Bits((float)value));
                break;
            case FieldType.Fixed64:
                writer.Fixed64((ulong)value);
                break;
            case FieldType.SFixed64:
                writer.Fixed64((ulong)(long)value);
                break;
            case FieldType.Fixed32:
                writer.Fixed32((uint)value);
                break;
            case FieldType.SFixed32:
                writer.Fixed32((uint)(int)value);
                break;
            case FieldType.SInt32:
                writer.Varint((uint)(((int)value << 1) ^ ((int)value >> 31)));
                break;
            case FieldType.SInt64:
                writer.Varint((ulong)(((long)value << 1) ^ ((long)value >> 63)));
                break;
            default:
                writer.Varint(value switch { bool b => b ? 1u : 0u, int i => (ulong)i, long l => (ulong)l, uint u => u, ulong u => u, _ => 0 });
                break;
        }
    }
}
