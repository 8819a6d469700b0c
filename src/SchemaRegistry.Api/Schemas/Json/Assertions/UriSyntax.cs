using SchemaRegistry.Api.Schemas.Json.Model;

namespace SchemaRegistry.Api.Schemas.Json.Assertions;

/// <summary>URIs of RFC 3986 and IRIs of RFC 3987.</summary>
internal static class UriSyntax
{
    private const string Unreserved = "-._~";
    private const string SubDelimiters = "!$&'()*+,;=";

    public static bool IsUri(string text, bool international) => IsReference(text, international) && UriReference.Parse(text).Scheme is not null;

    public static bool IsReference(string text, bool international)
    {
        var uri = UriReference.Parse(text);
        return (uri.Authority is null || IsAuthority(uri.Authority, international))
            && Consists(uri.Path, "/:@", international)
            && (uri.Query is null || Consists(uri.Query, "/:@?", international, isQuery: true))
            && (uri.Fragment is null || Consists(uri.Fragment, "/:@?", international))
            && (uri.Scheme is not null || uri.Authority is not null || !uri.Path.Split('/')[0].Contains(':', StringComparison.Ordinal));
    }

    private static bool IsAuthority(string text, bool international)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0 && !Consists(text[..at], ":", international))
        {
            return false;
        }

        var host = text[(at + 1)..];
        var end = host.StartsWith('[') ? host.IndexOf(']', StringComparison.Ordinal) + 1 : host.IndexOf(':', StringComparison.Ordinal);
        end = end < 0 ? host.Length : end;
        var port = host[end..];
        return (port.Length == 0 || (port[0] == ':' && port.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)) && IsHost(host[..end], international);
    }

    private static bool IsHost(string host, bool international)
    {
        if (!host.StartsWith('['))
        {
            return Consists(host, string.Empty, international);
        }

        if (!host.EndsWith(']'))
        {
            return false;
        }

        var literal = host[1..^1];
        return IpAddresses.IsV6(literal)
            || (literal.Length > 3 && literal[0] is 'v' or 'V' && char.IsAsciiHexDigit(literal[1]) && literal.Contains('.', StringComparison.Ordinal)
                && Consists(literal, ":", international: false));
    }

    private static bool Consists(string text, string also, bool international, bool isQuery = false)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                {
                    return false;
                }

                i += 2;
            }
            else if (!char.IsAscii(c))
            {
                if (!international || c < '\u00A0' || c is >= '\uFFF0' || (!isQuery && c is >= '\uE000' and <= '\uF8FF'))
                {
                    return false;
                }
            }
            else if (!char.IsAsciiLetterOrDigit(c) && !Unreserved.Contains(c, StringComparison.Ordinal)
                && !SubDelimiters.Contains(c, StringComparison.Ordinal) && !also.Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
