using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SchemaRegistry.Api.Schemas;

/// <summary>What makes two schemas the same: type, text without insignificant white space, references, metadata and rules.</summary>
/// <remarks>Not the parsing canonical form: schemas that differ in documentation, defaults or key order are different schemas.</remarks>
/// <param name="Hash">SHA-256 of the parts.</param>
internal sealed record SchemaIdentity(byte[] Hash)
{
    public static SchemaIdentity Of(NewSchema schema)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, SchemaFormats.WireName(schema.Format));
        Append(hash, schema.Format == SchemaFormat.Protobuf ? schema.Text : JsonText.Minify(schema.Text));
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
