namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>Writes what a test measured into <c>docs/conformance.md</c>, each part between marks of its own.</summary>
internal static class ConformancePage
{
    private static readonly Lock s_lock = new();

    /// <summary>Replaces what stands between <c>&lt;!-- begin part --&gt;</c> and <c>&lt;!-- end part --&gt;</c>; a part that is not there yet is added at the end.</summary>
    public static void Write(string part, string text)
    {
        var (begin, end) = ($"<!-- begin {part} -->\n", $"<!-- end {part} -->\n");
        lock (s_lock)
        {
            var path = Path.Combine(Repository.Root, "docs", "conformance.md");
            var page = File.ReadAllText(path).ReplaceLineEndings("\n");
            var start = page.IndexOf(begin, StringComparison.Ordinal);
            var stop = page.IndexOf(end, StringComparison.Ordinal);
            var written = start < 0 || stop < start
                ? $"{page.TrimEnd('\n')}\n\n{begin}\n{text}\n{end}"
                : $"{page[..(start + begin.Length)]}\n{text}\n{page[stop..]}";
            if (written != page)
            {
                File.WriteAllText(path, written);
            }
        }
    }
}
