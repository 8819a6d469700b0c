using System.Text.Json;
using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.V1;

/// <summary>Schemas in bodies: as JSON where their language is JSON, as a string where it is not.</summary>
internal static class SchemaText
{
    private static readonly JsonDocumentOptions s_deep = new() { MaxDepth = Http.RegistryJson.MaxDepth };

    /// <summary>The text of a schema that came either way.</summary>
    public static string Of(JsonElement? schema) => schema switch
    {
        null => string.Empty,
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } json => json.GetRawText(),
    };

    public static JsonElement ToElement(SchemaFormat format, string text)
    {
        if (format == SchemaFormat.Protobuf)
        {
            return JsonSerializer.SerializeToElement(text, Http.RegistryJson.Of<string>());
        }

        using var document = JsonDocument.Parse(text, s_deep);
        return document.RootElement.Clone();
    }
}
