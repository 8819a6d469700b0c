using System.Text.Unicode;

namespace SchemaRegistry.Api.Schemas.Avro.Documents;

/// <summary>Reads the binary encoding; the methods say false where it is malformed or ends too early.</summary>
internal ref struct AvroReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }

    public readonly bool AtEnd => Position == _bytes.Length;

    /// <summary>A zig-zag number of variable length, of at most ten bytes and 64 bits.</summary>
    public bool TryReadLong(out long value)
    {
        ulong bits = 0;
        for (var shift = 0; shift < 70 && !AtEnd; shift += 7)
        {
            var b = _bytes[Position++];

            // The tenth byte has room for one bit.
            if (shift == 63 && b > 1)
            {
                break;
            }

            bits |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                value = (long)(bits >> 1) ^ -(long)(bits & 1);
                return true;
            }
        }

        value = 0;
        return false;
    }

    public bool TryReadBoolean() => TryRead(1, out var read) && read[0] <= 1;

    public bool TrySkip(long count) => TryRead(count, out _);

    /// <summary>Bytes behind their number.</summary>
    public bool TrySkipBytes() => TryReadLong(out var count) && TrySkip(count);

    /// <summary>UTF-8 behind the number of its bytes.</summary>
    public bool TryReadUtf8(out ReadOnlySpan<byte> utf8)
    {
        utf8 = default;
        return TryReadLong(out var count) && TryRead(count, out utf8) && Utf8.IsValid(utf8);
    }

    private bool TryRead(long count, out ReadOnlySpan<byte> read)
    {
        read = default;
        if (count < 0 || count > _bytes.Length - Position)
        {
            return false;
        }

        read = _bytes.Slice(Position, (int)count);
        Position += (int)count;
        return true;
    }
}
