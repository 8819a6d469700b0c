namespace SchemaRegistry.Api.Schemas.Json.Assertions;

/// <summary>Mail addresses: the mailbox of RFC 5321, and of RFC 6531 with characters beyond ASCII.</summary>
internal static class Mailboxes
{
    private const string AtomCharacters = "!#$%&'*+-/=?^_`{|}~";

    public static bool IsMailbox(string text, bool international)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && IsLocalPart(text[..at], international) && IsDomain(text[(at + 1)..], international);
    }

    private static bool IsLocalPart(string text, bool international) => text.Length >= 2 && text[0] == '"' && text[^1] == '"'
        ? IsQuoted(text[1..^1], international)
        : Array.TrueForAll(text.Split('.'), atom => atom.Length > 0 && atom.All(c => IsAtomCharacter(c, international)));

    private static bool IsAtomCharacter(char c, bool international) =>
        char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) || AtomCharacters.Contains(c, StringComparison.Ordinal) : international;

    private static bool IsQuoted(string text, bool international)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }

            if (i >= text.Length || (text[i] == '"' && text[i - 1 < 0 ? 0 : i - 1] != '\\') || (char.IsAscii(text[i]) ? text[i] is < ' ' or '\x7F' : !international))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDomain(string text, bool international)
    {
        if (text.StartsWith('[') && text.EndsWith(']'))
        {
            var address = text[1..^1];
            return IpAddresses.IsV4(address) || (address.StartsWith("IPv6:", StringComparison.Ordinal) && IpAddresses.IsV6(address[5..]));
        }

        return international ? HostNames.IsInternationalHostName(text) : HostNames.IsHostName(text);
    }
}
