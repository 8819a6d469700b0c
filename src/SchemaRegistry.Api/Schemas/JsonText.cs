using System.Text;
using System.Text.Json;

namespace SchemaRegistry.Api.Schemas;

/// <summary>JSON as text.</summary>
internal static class JsonText
{
    /// <summary>Takes out the white space between tokens; strings, numbers and the order of keys stay as they are written.</summary>
    public static string Minify(string json)
    {
        var result = new StringBuilder(json.Length);
        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            if (!inString && c is ' ' or '\t' or '\r' or '\n')
            {
                continue;
            }

            result.Append(c);
            if (inString && c == '\\' && i + 1 < json.Length)
            {
                result.Append(json[++i]);
            }
            else if (c == '"')
            {
                inString = !inString;
            }
        }

        return result.ToString();
    }

    /// <summary>A stored text as an element to be written; <see langword="null"/> stays so and is left out.</summary>
    public static JsonElement? ToJson(this string? json)
    {
        if (json is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    /// <summary>The element as text without white space; empty ones count as none, so that <c>{}</c> and nothing are the same schema.</summary>
    public static string? ToMinifiedText(this JsonElement? element) => element switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.Object } json when !json.EnumerateObject().Any() => null,
        { } json => Minify(json.GetRawText()),
    };

    public static IReadOnlyList<T>? NullIfEmpty<T>(this IReadOnlyList<T> items) => items.Count == 0 ? null : items;
}
