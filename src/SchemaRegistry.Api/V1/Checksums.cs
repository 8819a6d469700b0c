using System.Security.Cryptography;
using System.Text;

namespace SchemaRegistry.Api.V1;

internal static class Checksums
{
    /// <summary>SHA-256 of the text in UTF-8, as <c>sha256:…</c>.</summary>
    public static string Of(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
