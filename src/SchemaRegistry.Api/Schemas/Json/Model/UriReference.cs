using System.Text;

namespace SchemaRegistry.Api.Schemas.Json.Model;

/// <summary>A URI or a relative reference in its parts (RFC 3986). <see cref="Uri"/> changes what it reads, and schemas are found by comparing text.</summary>
internal sealed record UriReference(string? Scheme, string? Authority, string Path, string? Query, string? Fragment)
{
    /// <summary>The base of a schema that names none, so that relative names meet.</summary>
    public static readonly UriReference Unnamed = Parse("registry:///");

    public static UriReference Parse(string text)
    {
        var rest = text;
        var fragment = Cut(ref rest, '#');
        var query = Cut(ref rest, '?');
        string? scheme = null;
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && IsScheme(rest.AsSpan(0, colon)))
        {
            scheme = rest[..colon].ToLowerInvariant();
            rest = rest[(colon + 1)..];
        }

        string? authority = null;
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            var end = rest.IndexOf('/', 2);
            authority = end < 0 ? rest[2..] : rest[2..end];
            rest = end < 0 ? string.Empty : rest[end..];
        }

        return new UriReference(scheme, authority, rest, query, fragment);
    }

    /// <summary>What the reference means where <paramref name="text"/> stands in a document with this URI.</summary>
    public UriReference Resolve(string text)
    {
        var reference = Parse(text);
        if (reference.Scheme is not null)
        {
            return reference with { Path = reference.Path.StartsWith('/') ? WithoutDots(reference.Path) : reference.Path };
        }

        if (reference.Authority is not null)
        {
            return reference with { Scheme = Scheme, Path = WithoutDots(reference.Path) };
        }

        if (reference.Path.Length == 0)
        {
            return this with { Query = reference.Query ?? Query, Fragment = reference.Fragment };
        }

        var path = reference.Path.StartsWith('/') ? reference.Path
            : Authority is not null && Path.Length == 0 ? "/" + reference.Path
            : Path[..(Path.LastIndexOf('/') + 1)] + reference.Path;
        return new UriReference(Scheme, Authority, WithoutDots(path), reference.Query, reference.Fragment);
    }

    /// <summary>The URI of the document, by which it is found.</summary>
    public string WithoutFragment() => (this with { Fragment = null }).ToString();

    public override string ToString() =>
        string.Concat(
            Scheme is null ? string.Empty : Scheme + ":",
            Authority is null ? string.Empty : "//" + Authority,
            string.Concat(Path, Query is null ? string.Empty : "?" + Query, Fragment is null ? string.Empty : "#" + Fragment));

    private static string? Cut(ref string text, char mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var tail = text[(at + 1)..];
        text = text[..at];
        return tail;
    }

    private static bool IsScheme(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return char.IsAsciiLetter(text[0]);
    }

    private static string WithoutDots(string path)
    {
        if (!path.Contains("/.", StringComparison.Ordinal) && !path.StartsWith('.'))
        {
            return path;
        }

        var kept = new List<string>();
        var segments = path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var isLast = i == segments.Length - 1;
            if (segments[i] is not ("." or ".."))
            {
                kept.Add(segments[i]);
                continue;
            }

            if (segments[i] == ".." && kept.Count > 1)
            {
                kept.RemoveAt(kept.Count - 1);
            }

            if (isLast)
            {
                kept.Add(string.Empty);
            }
        }

        return new StringBuilder().AppendJoin('/', kept).ToString();
    }
}
