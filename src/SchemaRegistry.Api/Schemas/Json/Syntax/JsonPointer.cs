using System.Globalization;

namespace SchemaRegistry.Api.Schemas.Json.Syntax;

/// <summary>RFC 6901 pointers as text.</summary>
internal static class JsonPointer
{
    public static string Append(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static string Unescape(string token) => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    /// <summary>The value under a name or an index; none when there is none.</summary>
    public static JsonNode? Step(JsonNode node, string token) => node.Kind switch
    {
        JsonKind.Object => node.Find(token),
        JsonKind.Array => IsIndex(token) && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < node.Items.Length ? node.Items[index] : null,
        _ => null,
    };

    private static bool IsIndex(string token) => token.Length > 0 && token.All(char.IsAsciiDigit) && (token.Length == 1 || token[0] != '0');
}
