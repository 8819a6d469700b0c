using System.Text.RegularExpressions;
using SchemaRegistry.Api.Schemas.Json.Model;
using SchemaRegistry.Api.Schemas.Json.Patterns;

namespace SchemaRegistry.Api.Schemas.Json.Assertions;

/// <summary>The formats of the specification, for those who want them asserted.</summary>
internal static partial class FormatChecks
{
    private static readonly Dictionary<string, (Draft First, Func<string, bool> IsValid)> s_checks = new(StringComparer.Ordinal)
    {
        ["date-time"] = (Draft.Draft4, DateTimes.IsDateTime),
        ["date"] = (Draft.Draft7, DateTimes.IsDate),
        ["time"] = (Draft.Draft7, DateTimes.IsTime),
        ["duration"] = (Draft.Draft201909, Durations.IsDuration),
        ["email"] = (Draft.Draft4, static text => Mailboxes.IsMailbox(text, international: false)),
        ["idn-email"] = (Draft.Draft7, static text => Mailboxes.IsMailbox(text, international: true)),
        ["hostname"] = (Draft.Draft4, HostNames.IsHostName),
        ["idn-hostname"] = (Draft.Draft7, HostNames.IsInternationalHostName),
        ["ipv4"] = (Draft.Draft4, IpAddresses.IsV4),
        ["ipv6"] = (Draft.Draft4, IpAddresses.IsV6),
        ["uri"] = (Draft.Draft4, static text => UriSyntax.IsUri(text, international: false)),
        ["uri-reference"] = (Draft.Draft6, static text => UriSyntax.IsReference(text, international: false)),
        ["iri"] = (Draft.Draft7, static text => UriSyntax.IsUri(text, international: true)),
        ["iri-reference"] = (Draft.Draft7, static text => UriSyntax.IsReference(text, international: true)),
        ["uri-template"] = (Draft.Draft6, UriTemplates.IsTemplate),
        ["json-pointer"] = (Draft.Draft6, Pointers.IsPointer),
        ["relative-json-pointer"] = (Draft.Draft7, Pointers.IsRelative),
        ["regex"] = (Draft.Draft4, IsRegex),
        ["uuid"] = (Draft.Draft201909, static text => text.Length == 36 && Guid.TryParseExact(text, "D", out _)),
    };

    /// <summary>The check of a format; none when the draft does not know it.</summary>
    public static Func<string, bool>? Find(string format, Draft draft) =>
        format == "hostname" && draft <= Draft.Draft6 ? HostNames.IsOldHostName
        : s_checks.TryGetValue(format, out var check) && draft >= check.First ? check.IsValid
        : null;

    private static bool IsRegex(string text)
    {
        try
        {
            EcmaPattern.Create(text);

            // The pattern keyword forgives these, since schemas written for other engines have them; ECMA-262 does not know them.
            return !GlobalFlags().IsMatch(text);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\(\?[a-z]+\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, matchTimeoutMilliseconds: 250)]
    private static partial Regex GlobalFlags();
}
