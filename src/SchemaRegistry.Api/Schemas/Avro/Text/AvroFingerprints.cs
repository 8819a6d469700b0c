using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SchemaRegistry.Api.Schemas.Avro.Text;

/// <summary>The fingerprints that the specification names, of a schema's parsing canonical form.</summary>
internal static class AvroFingerprints
{
    private const ulong Empty = 0xC15D_213A_A4D7_A795;

    private static readonly ulong[] s_table = [.. Enumerable.Range(0, 256).Select(static i => Enumerable.Range(0, 8).Aggregate((ulong)i, static (bits, _) => (bits >> 1) ^ (Empty & (0 - (bits & 1)))))];

    /// <summary>Each fingerprint in lower-case hexadecimal by its name; CRC-64-AVRO with the least byte first, as single-object encoding has it.</summary>
    public static IReadOnlyDictionary<string, string> Of(string canonicalForm)
    {
        var utf8 = Encoding.UTF8.GetBytes(canonicalForm);
        Span<byte> crc = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(crc, Crc64(utf8));
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CRC-64-AVRO"] = Convert.ToHexStringLower(crc),
#pragma warning disable CA5351 // A name for a schema, not a secret: the specification wants MD5.
            ["MD5"] = Convert.ToHexStringLower(MD5.HashData(utf8)),
#pragma warning restore CA5351
            ["SHA-256"] = Convert.ToHexStringLower(SHA256.HashData(utf8)),
        };
    }

    /// <summary>The Rabin fingerprint of Avro 1.12, "Schema Fingerprints".</summary>
    public static ulong Crc64(ReadOnlySpan<byte> utf8)
    {
        var crc = Empty;
        foreach (var b in utf8)
        {
            crc = (crc >> 8) ^ s_table[(byte)(crc ^ b)];
        }

        return crc;
    }
}
