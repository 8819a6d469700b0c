using System.Text;

namespace Instrumentation.Generator.Parsing;

/// <summary>Names of tags and metrics as parts of identifiers.</summary>
internal static class TagNames
{
    /// <summary><c>schema.format</c> and <c>schema_format</c> become <c>SchemaFormat</c>.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder();
        var start = true;
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                start = true;
                continue;
            }

            text.Append(start ? char.ToUpperInvariant(c) : c);
            start = false;
        }

        return text.Length == 0 || char.IsDigit(text[0]) ? "Tag" + text : text.ToString();
    }
}
