namespace SchemaRegistry.Api.Tests.Protobuf;

/// <summary>Keeps the figures of the long runs in <c>docs/conformance.md</c>, a line for each subject between the markers of a format.</summary>
internal static class ConformancePage
{
    private static readonly Lock s_lock = new();

    /// <summary>Replaces or adds a line; only in long runs, so that an ordinary run changes no file of the repository.</summary>
    public static void Write(string format, string subject, string result)
    {
        if (Environment.GetEnvironmentVariable("INSTRUMENTATION_LONG_TESTS") != "1")
        {
            return;
        }

        lock (s_lock)
        {
            var path = Path.Combine(FindDocs(), "conformance.md");
            var (begin, end) = ($"<!-- {format}: begin -->", $"<!-- {format}: end -->");
            List<string> lines = File.Exists(path) ? [.. File.ReadAllLines(path)] : ["# Conformance", string.Empty, begin, end];
            if (!lines.Contains(begin))
            {
                lines.AddRange([string.Empty, begin, end]);
            }

            var from = lines.IndexOf(begin) + 1;
            var count = lines.IndexOf(end, from) - from;
            string[] kept = [.. lines.GetRange(from, count).Where(line => line.StartsWith("- ", StringComparison.Ordinal) && !line.StartsWith($"- {subject}:", StringComparison.Ordinal))];
            lines.RemoveRange(from, count);
            lines.InsertRange(from, kept.Append($"- {subject}: {result}").Order(StringComparer.Ordinal));
            File.WriteAllText(path, string.Join('\n', lines) + "\n");
        }
    }

    private static string FindDocs()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Generator.sln")))
            {
                return Path.Combine(folder.FullName, "docs");
            }
        }

        throw new InvalidOperationException("The tests do not run within the repository.");
    }
}
