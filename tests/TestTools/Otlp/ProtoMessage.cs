using System.Buffers.Binary;
using System.Text;

namespace Instrumentation.TestTools.Otlp;

/// <summary>A Protocol Buffers message, read without its schema: fields by number, as the wire has them.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)> _fields = [];

    public ProtoMessage(ReadOnlyMemory<byte> bytes)
    {
        var position = 0;
        while (position < bytes.Length)
        {
            var key = Varint(bytes.Span, ref position);
            var number = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    _fields.Add((number, Varint(bytes.Span, ref position), default));
                    break;
                case 1:
                    _fields.Add((number, BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[position..]), default));
                    position += 8;
                    break;
                case 2:
                    var length = (int)Varint(bytes.Span, ref position);
                    _fields.Add((number, 0, bytes.Slice(position, length)));
                    position += length;
                    break;
                case 5:
                    _fields.Add((number, BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[position..]), default));
                    position += 4;
                    break;
                default:
                    throw new FormatException($"Wire type {key & 7}.");
            }
        }
    }

    public IEnumerable<ProtoMessage> All(params int[] path) =>
        path.Length == 0 ? [this] : _fields.Where(field => field.Number == path[0]).SelectMany(field => new ProtoMessage(field.Bytes).All(path[1..]));

    public bool Has(int number) => _fields.Exists(field => field.Number == number);

    public string Text(int number) => Encoding.UTF8.GetString(Find(number).Bytes.Span);

    public string Hex(int number) => Convert.ToHexStringLower(Find(number).Bytes.Span);

    public ulong Number(int number) => Find(number).Value;

    public double Double(int number) => BitConverter.UInt64BitsToDouble(Number(number));

    /// <summary>The attributes in a field: key 1, value 2, of which text 1, truth 2, whole number 3, fraction 4.</summary>
    public IReadOnlyDictionary<string, string> Attributes(int number) => All(number).ToDictionary(static pair => pair.Text(1), static pair =>
        pair.All(2).Single() is var value && value.Has(1) ? value.Text(1) : value.Has(3) ? value.Number(3).ToString(System.Globalization.CultureInfo.InvariantCulture) : value.Has(2) ? (value.Number(2) == 1 ? "true" : "false") : "",
        StringComparer.Ordinal);

    private (int Number, ulong Value, ReadOnlyMemory<byte> Bytes) Find(int number) => _fields.Find(field => field.Number == number);

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int position)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
