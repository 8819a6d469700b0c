using System.Buffers.Binary;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Options;

/// <summary>Reads the binary encoding; the methods say false where it is malformed or ends too early.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; set; }

    public readonly bool AtEnd => Position >= _bytes.Length;

    public bool TryReadTag(out int number, out WireType type)
    {
        type = default;
        number = 0;
        if (!TryReadVarint(out var tag) || tag > uint.MaxValue || (tag >> 3) is 0 || (tag & 7) > 5)
        {
            return false;
        }

        number = (int)(tag >> 3);
        type = (WireType)(tag & 7);
        return true;
    }

    public bool TryReadVarint(out ulong value)
    {
        value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            if (AtEnd)
            {
                return false;
            }

            var b = _bytes[Position++];
            value |= shift < 64 ? (ulong)(b & 0x7F) << shift : 0;
            if (b < 0x80)
            {
                return true;
            }
        }

        return false;
    }

    public bool TryReadFixed32(out uint value)
    {
        value = 0;
        if (_bytes.Length - Position < 4)
        {
            return false;
        }

        value = BinaryPrimitives.ReadUInt32LittleEndian(_bytes[Position..]);
        Position += 4;
        return true;
    }

    public bool TryReadFixed64(out ulong value)
    {
        value = 0;
        if (_bytes.Length - Position < 8)
        {
            return false;
        }

        value = BinaryPrimitives.ReadUInt64LittleEndian(_bytes[Position..]);
        Position += 8;
        return true;
    }

    public bool TryReadBytes(out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!TryReadVarint(out var length) || length > (ulong)(_bytes.Length - Position))
        {
            return false;
        }

        value = _bytes.Slice(Position, (int)length);
        Position += (int)length;
        return true;
    }

    /// <summary>Moves behind a value of an unknown field.</summary>
    public bool TrySkip(int number, WireType type, int depth)
    {
        switch (type)
        {
            case WireType.Varint:
                return TryReadVarint(out _);
            case WireType.Fixed32:
                return TryReadFixed32(out _);
            case WireType.Fixed64:
                return TryReadFixed64(out _);
            case WireType.Length:
                return TryReadBytes(out _);
            case WireType.StartGroup when depth < ProtobufLimits.ValueDepth:
                while (TryReadTag(out var inner, out var innerType))
                {
                    if (innerType == WireType.EndGroup)
                    {
                        return inner == number;
                    }

                    if (!TrySkip(inner, innerType, depth + 1))
                    {
                        return false;
                    }
                }

                return false;
            default:
                return false;
        }
    }
}
