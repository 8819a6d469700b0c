using System.Globalization;
using System.Text;
using System.Text.Json;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Rest;

/// <summary>Scenarios that others wrote for the Confluent API and run against its own server, sent to this one.</summary>
public sealed class ReplayTests
{
    private static readonly Dictionary<string, string> s_explanations = new(StringComparer.Ordinal)
    {
        ["http.axonops-confluent/1200"] = "wants `schemaType` also for Avro, as the Confluent server answers since 8.0; here it is left out as before, which its clients expect",
        ["http.axonops-confluent/1206"] = "the same in the answer to a look-up",
        ["parse.json/58"] = "an empty `$dynamicAnchor` breaks the pattern that the 2020-12 meta-schema has for it; the authors' note says that it should fail, too",
    };

    [SharedSchemasFact]
    public async Task Replay_OfAllSets_PassesButForExplainedCases()
    {
        var cases = Path.Combine(SharedSchemas.Folder!, "..", "registry-http");
        using var folder = new TemporaryFolder();
        await using var server = await RegistryProcess.StartAsync(
            folder.Path, new Dictionary<string, string>(StringComparer.Ordinal) { ["Logging__LogLevel__Default"] = "Warning", ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information" }, "--urls", "http://127.0.0.1:0");
        var report = Path.Combine(folder.Path, "report.json");
        var (exitCode, lines) = await Tool.RunAsync(
            "python3", string.Empty, Path.Combine(cases, "replay.py"), server.Address.ToString(), "--set", "all", "--json", report);
        Assert.True(exitCode == 0, string.Join('\n', lines));

        var syntaxOnly = SharedSchemas.Cases("registry-http", "parse.schemas.jsonl")
            .Where(static vector => vector.TryGetProperty("syntaxOnly", out var only) && only.GetBoolean())
            .Select(static vector => vector.GetProperty("id").GetString()!)
            .ToHashSet(StringComparer.Ordinal);
        var page = new StringBuilder("`registry-http/replay.py --set all` of the shared data against a fresh server:\n\n| set | passed |\n|---|---|\n");
        var misses = new List<(string Id, string Found)>();
        foreach (var set in JsonElement.Parse(await File.ReadAllTextAsync(report)).EnumerateObject())
        {
            var bad = set.Value.GetProperty("bad").EnumerateArray().Select(static miss => (Id: miss[0].GetString()!, Found: miss[2].GetString()!)).ToList();
            var refused = bad.Where(miss => syntaxOnly.Contains(miss.Id)).Select(static miss => miss.Id).ToList();
            misses.AddRange(bad.Where(miss => !syntaxOnly.Contains(miss.Id)));
            var total = set.Value.GetProperty("counts").EnumerateObject().Sum(static count => count.Value.GetInt32());
            var judged = total - refused.Count;
            page.Append(CultureInfo.InvariantCulture, $"| `{set.Name}` | {total - bad.Count} of {judged} ({100.0 * (total - bad.Count) / judged:F1} %)");
            page.Append(refused.Count == 0 ? " |\n" : string.Create(CultureInfo.InvariantCulture, $"; {refused.Count} more are refused, which the data allows |\n"));
        }

        Assert.All(misses, static miss => Assert.True(s_explanations.ContainsKey(miss.Id), $"{miss.Id}: {miss.Found}"));
        Assert.Equal(s_explanations.Keys.Order(StringComparer.Ordinal), misses.Select(static miss => miss.Id).Order(StringComparer.Ordinal));
        page.Append("\nThose that the data allows to be refused are marked as syntax only: they name options, types or imports that nothing defines, and `protoc`, which decides what is a schema here, refuses them, too. The misses:\n\n");
        foreach (var (id, explanation) in s_explanations.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"- `{id}` {explanation}\n");
        }

        ConformancePage.Write("Confluent REST API", page.ToString());
    }
}
