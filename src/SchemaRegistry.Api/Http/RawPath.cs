namespace SchemaRegistry.Api.Http;

/// <summary>Takes apart the path of a request as it came over the wire.</summary>
internal static class RawPath
{
    /// <summary>The segment with the given index, still percent-encoded; <see langword="null"/> where there is none.</summary>
    public static string? Segment(string rawTarget, int index)
    {
        var path = WithoutQuery(WithoutAuthority(rawTarget));
        var segments = path.Split('/');

        // The path starts with a slash, so the first part is empty.
        return index + 1 < segments.Length ? segments[index + 1] : null;
    }

    /// <summary>Whether the path goes back or stays where it is, encoded or not.</summary>
    public static bool HasDotSegments(string rawTarget) => WithoutQuery(WithoutAuthority(rawTarget)).Split('/').Any(static segment =>
        segment.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is "." or "..");

    // "GET http://host/path" is a legal request line.
    private static string WithoutAuthority(string target)
    {
        if (target.StartsWith('/'))
        {
            return target;
        }

        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        var slash = scheme < 0 ? -1 : target.IndexOf('/', scheme + 3);
        return slash < 0 ? string.Empty : target[slash..];
    }

    private static string WithoutQuery(string target)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? target : target[..query];
    }
}
