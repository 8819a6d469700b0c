using SchemaRegistry.Api.Schemas.Json.Syntax;

namespace SchemaRegistry.Api.Schemas.Json.Keywords;

/// <summary>Values in messages.</summary>
internal static class Quotation
{
    private const int Longest = 60;

    public static string Of(JsonNode value) => Cut(CanonicalJson.Write(value));

    public static string Of(string name) => $"\"{Cut(name)}\"";

    private static string Cut(string text) =>
        text.Length <= Longest ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest), "…");
}
