namespace Instrumentation.GeneratorBenchmarks.Reporting;

/// <summary>The part of a document that a run replaces.</summary>
internal static class MarkedSection
{
    private const string Begin = "<!-- generator: begin -->\n";
    private const string End = "<!-- generator: end -->";

    public static void Replace(string path, string text)
    {
        var document = File.ReadAllText(path);
        var begin = document.IndexOf(Begin, StringComparison.Ordinal);
        var end = document.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException($"{path} has no lines '{Begin.Trim()}' and '{End}' between which the tables go.");
        }

        File.WriteAllText(path, document[..(begin + Begin.Length)] + text + document[end..]);
    }
}
