using System.Buffers.Binary;

namespace SchemaRegistry.Api.V1;

/// <summary>The id of a version on the wire: a UUID of the version for own layouts (8) that carries the number of its row.</summary>
internal static class VersionKey
{
    private const int NumberStart = 10;
    private static readonly byte[] s_layout = [0, 0, 0, 0, 0, 0, 0x80, 0, 0x80, 0];

    public static Guid ToGuid(long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        Span<byte> digits = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(digits, number);
        s_layout.CopyTo(bytes);
        digits[2..].CopyTo(bytes[NumberStart..]);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The number, or <see langword="null"/> for an id that no version has.</summary>
    public static long? FromGuid(Guid id)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        if (!bytes.AsSpan(0, NumberStart).SequenceEqual(s_layout))
        {
            return null;
        }

        Span<byte> digits = [0, 0, .. bytes.AsSpan(NumberStart)];
        return BinaryPrimitives.ReadInt64BigEndian(digits);
    }
}
