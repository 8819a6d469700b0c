using System.Text;

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

    public static IReadOnlyList<T>? NullIfEmpty<T>(this IReadOnlyList<T> items) => items.Count == 0 ? null : items;
}
