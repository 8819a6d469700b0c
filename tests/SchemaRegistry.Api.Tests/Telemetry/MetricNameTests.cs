using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Telemetry;

/// <summary>promtool's advice about names is followed, or refused with a written reason.</summary>
public sealed partial class MetricNameTests
{
    [Fact]
    public async Task Complaints_OfPromtool_AreTheListedExceptions()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", "http://127.0.0.1:0");
        await Traffic.SendAsync(server.Registry);
        var text = (await server.Registry.GetAsync("/metrics")).Text;

        Assert.Equal(Exceptions("Emitted"), await ComplaintsAsync(text));
        Assert.All(Exceptions("Not yet emitted"), exception => Assert.DoesNotContain($"# TYPE {NameIn(exception)} ", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Exceptions_NotYetEmitted_AreWhatPromtoolWillSay()
    {
        var exceptions = Exceptions("Not yet emitted");
        var text = string.Concat(exceptions.Select(NameIn).Select(static name => $"# HELP {name} x\n# TYPE {name} gauge\n{name} 1\n"));

        Assert.Equal(exceptions, await ComplaintsAsync(text));
    }

    private static async Task<IReadOnlyList<string>> ComplaintsAsync(string text)
    {
        var (exitCode, lines) = await Tool.RunAsync("promtool", text, "check", "metrics");

        // 3 is promtool's way to say "only complaints"; anything else but 0 is a text that it could not read.
        Assert.True(exitCode == (lines.Count == 0 ? 0 : 3), $"{exitCode}: {string.Join('\n', lines)}");
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static string NameIn(string complaint) => complaint.Split(' ')[0];

    // A line of the table as promtool would write it.
    private static IReadOnlyList<string> Exceptions(string section, [CallerFilePath] string file = "")
    {
        var page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "../../../docs/metric-name-exceptions.md"));
        var text = page.Split("\n## ").Single(part => part.StartsWith(section + "\n", StringComparison.Ordinal));
        var rows = Row().Matches(text);
        Assert.Equal(text.Split('\n').Count(static line => line.StartsWith("| `", StringComparison.Ordinal)), rows.Count);
        return [.. rows.Select(static row => $"{row.Groups["metric"].Value} {row.Groups["complaint"].Value}").Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^\| `(?<metric>[a-z0-9_]+)` \| (?<complaint>[^|]+) \| (?<reason>[^|]+) \|$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Row();
}
