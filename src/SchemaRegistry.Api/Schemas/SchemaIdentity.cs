using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SchemaRegistry.Api.Schemas;

/// <summary>What makes two schemas the same: type, text as far as it counts, references, metadata and rules.</summary>
/// <remarks>As in Confluent's registry, schemas that differ in documentation or defaults are different schemas.</remarks>
/// <param name="Hash">SHA-256 of the parts.</param>
internal sealed record SchemaIdentity(byte[] Hash)
{
    /// <param name="schema">The schema.</param>
    /// <param name="text">What counts of its text: <see cref="Formats.IParsedSchema.IdentityText"/>, or the canonical text where schemas are normalized.</param>
    public static SchemaIdentity Of(NewSchema schema, string text)
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

        Append(hash, schema.Metadata ?? string.Empty);
        Append(hash, schema.RuleSet ?? string.Empty);
        return new SchemaIdentity(hash.GetHashAndReset());
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
