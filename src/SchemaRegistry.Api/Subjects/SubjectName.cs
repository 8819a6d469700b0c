using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing.Patterns;
using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Subjects;

/// <summary>The subject of a request, decoded from the raw path.</summary>
internal sealed record SubjectName(string Value)
{
    public const int MaxLength = 1024;

    // Names that the Confluent server keeps for itself.
    private static readonly string[] s_reserved = ["__GLOBAL", "__EMPTY"];

    public static ValueTask<SubjectName> BindAsync(HttpContext context)
    {
        var rawTarget = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? string.Empty;
        var routed = context.GetRouteValue("subject") as string ?? string.Empty;
        return new ValueTask<SubjectName>(new SubjectName(Check(Decode(rawTarget, Place(context), routed))));
    }

    // Which part of the path the subject is.
    private static int Place(HttpContext context)
    {
        var segments = ((RouteEndpoint)context.GetEndpoint()!).RoutePattern.PathSegments;
        return segments.TakeWhile(static segment => segment.Parts is not [RoutePatternParameterPart { Name: "subject" }]).Count();
    }

    // The server decodes every escape but %2F, so its value cannot tell "a%2Fb" (a slash) from "a%252Fb" (the text %2F).
    private static string Decode(string rawTarget, int place, string routed)
    {
        var segment = RawPath.Segment(rawTarget, place);
        if (segment is null
            || !PercentEncoding.TryDecode(segment, keepSlash: true, out var seen)
            || !PercentEncoding.TryDecode(segment, keepSlash: false, out var subject))
        {
            throw RegistryErrors.InvalidSubject(routed);
        }

        // "/x/../subjects/a/versions" is routed by another path than the raw one: no client sends it, so nobody needs it guessed.
        return string.Equals(seen, routed, StringComparison.Ordinal)
            ? subject
            : throw RegistryErrors.MalformedBody("The request path is ambiguous: send it without dot segments.");
    }

    public static string Check(string subject)
    {
        var valid = subject.Length is > 0 and <= MaxLength && !subject.Any(char.IsControl) && !s_reserved.Contains(subject);
        return valid ? subject : throw RegistryErrors.InvalidSubject(subject.Length <= MaxLength ? subject : subject[..64] + "…");
    }
}
