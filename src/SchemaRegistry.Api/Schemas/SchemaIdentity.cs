using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas.Contracts;

namespace SchemaRegistry.Api.Schemas;

/// <summary>What makes two schemas the same: type, text as far as it counts, references, metadata and rules.</summary>
/// <remarks>As in Confluent's registry, schemas that differ in documentation or defaults are different schemas.</remarks>
/// <param name="Hash">SHA-256 of the parts.</param>
/// <param name="Content">The same without the hint at the version: what a client means that sends none, or another one.</param>
internal sealed record SchemaIdentity(byte[] Hash, byte[] Content)
{
    private const int GuidLength = 16;

    /// <param name="schema">The schema.</param>
    /// <param name="text">What counts of its text: <see cref="Formats.IParsedSchema.IdentityText"/>, or the canonical text where schemas are normalized.</param>
    public static SchemaIdentity Of(NewSchema schema, string text)
    {
        var plain = SchemaMetadata.With(schema.Metadata, SchemaMetadata.VersionHint, value: null);
        return new SchemaIdentity(Compute(schema, text, schema.Metadata), Compute(schema, text, plain));
    }

    public static Guid ToGuid(ReadOnlySpan<byte> hash) => new(hash[..GuidLength], bigEndian: true);

    public static byte[] FromGuid(Guid guid) => guid.ToByteArray(bigEndian: true);

    private static byte[] Compute(NewSchema schema, string text, SchemaMetadata? metadata)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, SchemaFormats.WireName(schema.Format));
        Append(hash, text);
        foreach (var reference in schema.References)
        {
            Append(hash, reference.Name);
            Append(hash, reference.Subject);
            AppendNumber(hash, reference.Version);
        }

        Append(hash, metadata is null ? string.Empty : JsonSerializer.Serialize(metadata, RegistryJson.Of<SchemaMetadata>()));
        Append(hash, schema.RuleSet is null ? string.Empty : JsonSerializer.Serialize(schema.RuleSet, RegistryJson.Of<RuleSet>()));
        return hash.GetHashAndReset();
    }

    // Length first, so that no two lists of parts can run together to the same bytes.
    private static void Append(IncrementalHash hash, string part)
    {
        var utf8 = Encoding.UTF8.GetBytes(part);
        AppendNumber(hash, utf8.Length);
        hash.AppendData(utf8);
    }

    private static void AppendNumber(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
