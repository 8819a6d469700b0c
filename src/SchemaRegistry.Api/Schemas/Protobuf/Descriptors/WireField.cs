using System.Text;
using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Options;

namespace SchemaRegistry.Api.Schemas.Protobuf.Descriptors;

/// <summary>One record of a binary message.</summary>
/// <param name="Number">The field number.</param>
/// <param name="Value">The value of a number or boolean.</param>
/// <param name="Bytes">The value of a string or message.</param>
internal readonly record struct WireField(int Number, ulong Value, byte[]? Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes ?? []);

    public int Int32 => (int)Value;

    public bool IsTrue => Value != 0;

    /// <exception cref="SchemaSyntaxException">The bytes are malformed.</exception>
    public static List<WireField> Read(ReadOnlySpan<byte> message)
    {
        var fields = new List<WireField>();
        var reader = new WireReader(message);
        while (!reader.AtEnd)
        {
            if (!reader.TryReadTag(out var number, out var type) || !TryReadValue(ref reader, number, type, fields))
            {
                throw new SchemaSyntaxException(0, "the text is neither a source nor the base64 of a FileDescriptorProto");
            }
        }

        return fields;
    }

    private static bool TryReadValue(ref WireReader reader, int number, WireType type, List<WireField> fields)
    {
        if (type == WireType.Varint && reader.TryReadVarint(out var value))
        {
            fields.Add(new WireField(number, value, null));
            return true;
        }

        if (type == WireType.Length && reader.TryReadBytes(out var bytes))
        {
            fields.Add(new WireField(number, 0, bytes.ToArray()));
            return true;
        }

        return type is not (WireType.Varint or WireType.Length) && reader.TrySkip(number, type, 0);
    }
}
