using SchemaRegistry.Api.Schemas.Protobuf.Linking;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Options;

/// <summary>Reads options in the binary encoding. Fields that no visible file defines are dropped: nothing here can say what they mean.</summary>
internal static class MessageReader
{
    public static MessageValue Read(ProtoMessage type, ReadOnlySpan<byte> bytes, SymbolScope scope)
    {
        var message = new MessageValue(type);
        var reader = new WireReader(bytes);
        ReadFields(message, ref reader, scope, 0, 0);
        return message;
    }

    private static void ReadFields(MessageValue message, ref WireReader reader, SymbolScope scope, int group, int depth)
    {
        while (!reader.AtEnd)
        {
            if (!reader.TryReadTag(out var number, out var wireType) || depth > ProtobufLimits.ValueDepth)
            {
                throw Malformed();
            }

            if (wireType == WireType.EndGroup)
            {
                if (group == number)
                {
                    return;
                }

                throw Malformed();
            }

            var field = message.Type.FindField(number) ?? scope.FindExtension(message.Type, number);
            if (field is null || !TryReadField(message, field, wireType, ref reader, scope, depth))
            {
                if (!reader.TrySkip(number, wireType, depth))
                {
                    throw Malformed();
                }
            }
        }

        if (group != 0)
        {
            throw Malformed();
        }
    }

    // False when the value is of another wire type and so no value of the field.
    private static bool TryReadField(MessageValue message, ProtoField field, WireType wireType, ref WireReader reader, SymbolScope scope, int depth)
    {
        if (FieldTypes.IsMessage(field.Type))
        {
            if (wireType is not (WireType.Length or WireType.StartGroup))
            {
                return false;
            }

            ReadMessage(message, field, wireType, ref reader, scope, depth);
            return true;
        }

        if (wireType == WireType.Length && FieldTypes.IsPackable(field.Type))
        {
            if (!reader.TryReadBytes(out var packed))
            {
                throw Malformed();
            }

            var inner = new WireReader(packed);
            while (!inner.AtEnd)
            {
                message.Add(field, ReadScalar(field.Type, ref inner));
            }

            return true;
        }

        if (wireType != FieldTypes.WireTypeOf(field.Type))
        {
            return false;
        }

        Set(message, field, ReadScalar(field.Type, ref reader));
        return true;
    }

    private static void ReadMessage(MessageValue message, ProtoField field, WireType wireType, ref WireReader reader, SymbolScope scope, int depth)
    {
        // A message that comes twice is one message.
        var value = !field.IsRepeated && message.Find(field.Number)?.Values[0] is MessageValue existing ? existing : new MessageValue(field.MessageType!);
        if (wireType == WireType.StartGroup)
        {
            ReadFields(value, ref reader, scope, field.Number, depth + 1);
        }
        else
        {
            if (!reader.TryReadBytes(out var bytes))
            {
                throw Malformed();
            }

            var inner = new WireReader(bytes);
            ReadFields(value, ref inner, scope, 0, depth + 1);
        }

        Set(message, field, value);
    }

    private static void Set(MessageValue message, ProtoField field, object value)
    {
        if (!field.IsRepeated)
        {
            message.Find(field.Number)?.Values.Clear();
        }

        message.Add(field, value);
    }

    private static object ReadScalar(FieldType type, ref WireReader reader)
    {
        switch (FieldTypes.WireTypeOf(type))
        {
            case WireType.Fixed32 when reader.TryReadFixed32(out var value):
                return type == FieldType.Float ? BitConverter.UInt32BitsToSingle(value) : type == FieldType.SFixed32 ? (object)(int)value : value;
            case WireType.Fixed64 when reader.TryReadFixed64(out var value):
                return type == FieldType.Double ? BitConverter.UInt64BitsToDouble(value) : type == FieldType.SFixed64 ? (object)(long)value : value;
            case WireType.Length when reader.TryReadBytes(out var value):
                return value.ToArray();
            case WireType.Varint when reader.TryReadVarint(out var value):
                return type switch
                {
                    FieldType.Bool => (object)(value != 0),
                    FieldType.Int64 => (long)value,
                    FieldType.UInt64 => value,
                    FieldType.UInt32 => (uint)value,
                    FieldType.SInt32 => (int)((uint)value >> 1) ^ -(int)(value & 1),
                    FieldType.SInt64 => (long)(value >> 1) ^ -(long)(value & 1),
                    _ => (int)value,
                };
            default:
                throw Malformed();
        }
    }

    private static SchemaSyntaxException Malformed() => new(0, "the options of the descriptor are malformed");
}
