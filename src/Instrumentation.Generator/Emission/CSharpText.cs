using System.Text;

namespace Instrumentation.Generator.Emission;

/// <summary>Small pieces of C#.</summary>
internal static class CSharpText
{
    /// <summary>A string literal.</summary>
    public static string Literal(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                >= ' ' and < (char)127 => text.Append(c),
                _ => text.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)),
            };
        }

        return text.Append('"').ToString();
    }

    public static string Literals(IEnumerable<string> values) => string.Join(", ", values.Select(Literal));

    /// <summary>Text inside an XML comment.</summary>
    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>The expression, in parentheses unless it is a plain name or path.</summary>
    public static string Operand(string expression) =>
        expression.All(static c => char.IsLetterOrDigit(c) || c is '_' or '.' or '@' or ':') ? expression : $"({expression})";

    /// <summary><c>keyword</c> becomes <c>@keyword</c>'s name without the sign, for parts of identifiers.</summary>
    public static string Bare(string identifier) => identifier.TrimStart('@');
}
