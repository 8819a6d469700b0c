namespace SchemaRegistry.Api.Tests.Json.Suite;

/// <summary>Writes what a test measured into <c>docs/conformance.md</c>, each language between marks of its own.</summary>
internal static class ConformanceReport
{
    public static void Write(string language, string text)
    {
        var path = Path.Combine(RepositoryRoot(), "docs", "conformance.md");
        var (begin, end) = ($"<!-- begin {language} -->\n", $"<!-- end {language} -->\n");
        var document = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "# Conformance\n\nThe figures are written by the tests that measure them.\n";
        var start = document.IndexOf(begin, StringComparison.Ordinal);
        var stop = document.IndexOf(end, StringComparison.Ordinal);
        var written = start < 0 || stop < start
            ? $"{document.TrimEnd('\n')}\n\n## {language}\n\n{begin}\n{text}\n{end}"
            : $"{document[..(start + begin.Length)]}\n{text}\n{document[stop..]}";
        if (written != document)
        {
            File.WriteAllText(path, written);
        }
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Generator.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
