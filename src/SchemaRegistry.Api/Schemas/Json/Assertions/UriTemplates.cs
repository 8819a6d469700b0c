using System.Text.RegularExpressions;

namespace SchemaRegistry.Api.Schemas.Json.Assertions;

/// <summary>URI templates of RFC 6570.</summary>
internal static partial class UriTemplates
{
    public static bool IsTemplate(string text) => Grammar().IsMatch(text);

    [GeneratedRegex(
        @"^(?:[^\x00-\x20""<>\\^`{|}%\x7F]|%[0-9A-Fa-f]{2}|\{[+#./;?&=,!@|]?(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})(?:\.?(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2}))*(?::[1-9][0-9]{0,3}|\*)?(?:,(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})(?:\.?(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2}))*(?::[1-9][0-9]{0,3}|\*)?)*\})*\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking,
        matchTimeoutMilliseconds: 250)]
    private static partial Regex Grammar();
}
