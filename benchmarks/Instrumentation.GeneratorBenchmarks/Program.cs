using Instrumentation.GeneratorBenchmarks.Reporting;

// Parts to measure; all of them if none is named. `--write <file>` puts the tables between the marks in a document.
var write = Array.IndexOf(args, "--write");
var parts = (write < 0 ? args : args[..write]).ToHashSet(StringComparer.Ordinal);
var (generator, rules) = (new Report(), new Report());
foreach (var (part, measure) in new (string, Action)[] { ("full", generator.Full), ("edits", generator.Edits), ("memory", generator.Memory), ("build", generator.Build), ("analyzers", rules.Analyzers) })
{
    if (parts.Count == 0 || parts.Contains(part))
    {
        Console.Error.WriteLine($"measuring: {part}");
        measure();
    }
}

foreach (var (section, report) in new[] { ("generator", generator), ("rules", rules) })
{
    if (write >= 0 && !report.IsEmpty)
    {
        MarkedSection.Replace(args[write + 1], section, report.ToString());
    }
}
