namespace Instrumentation.GeneratorBenchmarks.Reporting;

/// <summary>The part of a document that a run replaces.</summary>
internal static class MarkedSection
{
    /// <summary>Puts a text between the lines <c>&lt;!-- name: begin --&gt;</c> and <c>&lt;!-- name: end --&gt;</c>.</summary>
    public static void Replace(string path, string name, string text)
    {
        var (opening, closing) = ($"<!-- {name}: begin -->\n", $"<!-- {name}: end -->");
        var document = File.ReadAllText(path);
        var begin = document.IndexOf(opening, StringComparison.Ordinal);
        var end = document.IndexOf(closing, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException($"{path} has no lines '{opening.Trim()}' and '{closing}' between which the tables go.");
        }

        File.WriteAllText(path, document[..(begin + opening.Length)] + text + document[end..]);
    }
}
