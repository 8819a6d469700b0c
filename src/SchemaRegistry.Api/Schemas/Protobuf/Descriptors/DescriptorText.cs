using System.Buffers;
using System.Buffers.Text;

namespace SchemaRegistry.Api.Schemas.Protobuf.Descriptors;

/// <summary>Descriptors as text: serializers register the base64 of a <c>FileDescriptorProto</c> in place of a source.</summary>
internal static class DescriptorText
{
    private static readonly SearchValues<byte> s_alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    /// <summary>The bytes of a descriptor, or none for a source: no source that declares anything is of these characters alone.</summary>
    public static byte[]? TryDecode(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \r\n\t"u8);
        if (text.IsEmpty || text.Length % 4 != 0 || text.ContainsAnyExcept(s_alphabet))
        {
            return null;
        }

        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Base64.DecodeFromUtf8(text, bytes, out _, out var length) == OperationStatus.Done ? bytes[..length] : null;
    }
}
