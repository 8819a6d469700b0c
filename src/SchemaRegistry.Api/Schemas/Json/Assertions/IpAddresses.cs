namespace SchemaRegistry.Api.Schemas.Json.Assertions;

/// <summary>IP addresses as RFC 2673 and RFC 4291 write them.</summary>
internal static class IpAddresses
{
    public static bool IsV4(string text) => text.Split('.') is { Length: 4 } parts && Array.TrueForAll(parts, IsByte);

    public static bool IsV6(string text)
    {
        var gap = text.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
        {
            return Groups(text, mayEndInV4: true) == 8;
        }

        var tail = text[(gap + 2)..];
        return !tail.Contains("::", StringComparison.Ordinal)
            && Groups(text[..gap], mayEndInV4: false) is >= 0 and var before
            && Groups(tail, mayEndInV4: true) is >= 0 and var after
            && before + after < 8;
    }

    // How many groups of 16 bits; -1 when the text is none.
    private static int Groups(string text, bool mayEndInV4)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        var parts = text.Split(':');
        var count = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (mayEndInV4 && i == parts.Length - 1 && IsV4(parts[i]))
            {
                count += 2;
            }
            else if (parts[i].Length is >= 1 and <= 4 && parts[i].All(char.IsAsciiHexDigit))
            {
                count++;
            }
            else
            {
                return -1;
            }
        }

        return count;
    }

    private static bool IsByte(string text) =>
        text.Length is >= 1 and <= 3 && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0') && int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) <= 255;
}
