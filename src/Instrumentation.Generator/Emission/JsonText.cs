using System.Globalization;
using System.Text;

namespace Instrumentation.Generator.Emission;

/// <summary>Small pieces of JSON.</summary>
internal static class JsonText
{
    public static string Array(IEnumerable<string> items) => $"[{string.Join(",", items)}]";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A string literal.</summary>
    public static string Literal(string value)
    {
        var json = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => json.Append('\\').Append(c),
                < ' ' => json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }

        return json.Append('"').ToString();
    }
}
