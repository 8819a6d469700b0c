using System.Text.RegularExpressions;

namespace SchemaRegistry.Api.Schemas.Json.Assertions;

/// <summary>Durations of ISO 8601 as RFC 3339 writes them down: units in order, none left out between two.</summary>
internal static partial class Durations
{
    public static bool IsDuration(string text) => Grammar().IsMatch(text);

    [GeneratedRegex(
        @"^P(?:[0-9]+W|(?:[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)(?:T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S))?|T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S))\z",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 250)]
    private static partial Regex Grammar();
}
