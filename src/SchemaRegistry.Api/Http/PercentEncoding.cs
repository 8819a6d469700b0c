using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace SchemaRegistry.Api.Http;

/// <summary>Decodes percent-encoded text strictly: a broken escape or one that is not UTF-8 is refused, and <c>+</c> stays a plus.</summary>
internal static class PercentEncoding
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="encoded">The text as sent.</param>
    /// <param name="keepSlash">Whether <c>%2F</c> is left as it is, as the server's own decoder does.</param>
    /// <param name="decoded">The decoded text.</param>
    public static bool TryDecode(string encoded, bool keepSlash, [NotNullWhen(true)] out string? decoded)
    {
        decoded = null;
        var bytes = new List<byte>(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] != '%')
            {
                if (!char.IsAscii(encoded[i]))
                {
                    return false;
                }

                bytes.Add((byte)encoded[i]);
                continue;
            }

            if (!byte.TryParse(encoded.AsSpan(i + 1, Math.Min(2, encoded.Length - i - 1)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
                || i + 2 >= encoded.Length)
            {
                return false;
            }

            if (keepSlash && value == '/')
            {
                bytes.AddRange(Encoding.ASCII.GetBytes(encoded.Substring(i, 3)));
            }
            else
            {
                bytes.Add(value);
            }

            i += 2;
        }

        return TryGetString(bytes, out decoded);
    }

    private static bool TryGetString(List<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = s_strictUtf8.GetString([.. bytes]);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }
}
