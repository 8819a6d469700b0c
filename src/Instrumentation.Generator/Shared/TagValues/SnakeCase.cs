using System.Text;

namespace Instrumentation.Generator.Shared;

/// <summary>Names as tags show them: <c>BackwardTransitive</c> is <c>backward_transitive</c>, <c>HTTPStatus</c> is <c>http_status</c>, <c>Utf8</c> is <c>utf8</c>.</summary>
internal static class SnakeCase
{
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var letter = name[i];
            if (letter == '_')
            {
                Separate(text);
                continue;
            }

            // A word begins at a capital after a small letter or digit, and at the last capital of an abbreviation.
            if (char.IsUpper(letter) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                Separate(text);
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private static void Separate(StringBuilder text)
    {
        if (text.Length > 0 && text[text.Length - 1] != '_')
        {
            text.Append('_');
        }
    }
}
