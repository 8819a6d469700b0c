using Instrumentation.GeneratorBenchmarks.Reporting;

// Parts to measure; all of them if none is named. `--write <file>` puts the tables between the marks in a document.
var write = Array.IndexOf(args, "--write");
var parts = (write < 0 ? args : args[..write]).ToHashSet(StringComparer.Ordinal);
var report = new Report();
foreach (var (part, measure) in new (string, Action)[] { ("full", report.Full), ("edits", report.Edits), ("memory", report.Memory), ("analyzers", report.Analyzers), ("build", report.Build) })
{
    if (parts.Count == 0 || parts.Contains(part))
    {
        Console.Error.WriteLine($"measuring: {part}");
        measure();
    }
}

if (write >= 0)
{
    MarkedSection.Replace(args[write + 1], "generator", report.ToString());
}
