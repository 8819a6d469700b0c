using System.Text;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Json.Suite;

public sealed class StandardSuiteTests
{
    [SharedSchemasFact]
    public void StandardSuite_RequiredTests_AllPass()
    {
        var report = new StringBuilder();
        var failures = new List<string>();
        report.Append("| draft | required tests passed | optional tests passed | optional format tests passed |\n|---|---|---|---|\n");
        var optional = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (folder, uri) in SuiteFolder.Drafts)
        {
            var runs = SuiteFolder.Files(folder).Select(file => SuiteRun.Of(file.Name, file.Path, uri)).ToList();
            failures.AddRange(runs.Where(static run => run.IsRequired).SelectMany(static run => run.Failures).Select(failure => $"{folder}/{failure}"));
            var isFormat = runs.ToLookup(static run => run.Name.StartsWith("optional/format/", StringComparison.Ordinal));
            report.Append(
                $"| {folder} | {Rate(runs.Where(static run => run.IsRequired))} | {Rate(isFormat[false].Where(static run => !run.IsRequired))} | {Rate(isFormat[true])} |\n");
            foreach (var run in runs.Where(static run => !run.IsRequired && run.Failures.Count > 0))
            {
                optional[$"{folder}/{run.Name}"] = $"{run.Passed} of {run.Count}: {string.Join("; ", run.Failures.Select(failure => failure[(run.Name.Length + 2)..]))}";
            }
        }

        report.Append("\nOptional tests that fail:\n\n");
        foreach (var (file, text) in optional)
        {
            report.Append($"- `{file}` {text.Replace("<", "\\<", StringComparison.Ordinal)}\n");
        }

        ConformancePage.Write("JSON Schema", report.ToString());
        Assert.True(failures.Count == 0, $"{failures.Count} required tests fail:\n{string.Join('\n', failures.Take(50))}");
    }

    private static string Rate(IEnumerable<SuiteRun> runs)
    {
        var (passed, count) = runs.Aggregate((0, 0), static (sum, run) => (sum.Item1 + run.Passed, sum.Item2 + run.Count));
        return count == 0 ? "–" : $"{passed} of {count}";
    }
}
