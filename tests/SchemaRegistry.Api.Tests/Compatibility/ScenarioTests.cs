using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Compatibility;

public sealed class ScenarioTests
{
    [SharedSchemasFact]
    public async Task Verdicts_OfTheConfluentServer_AreOurs()
    {
        var (scenarios, count, wrong) = (0, 0, new List<string>());
        foreach (var scenario in SharedSchemas.Cases("registry-http", "http.scenarios.jsonl").Where(ScenarioRun.CanPlay))
        {
            var played = await ScenarioRun.PlayAsync(scenario);
            scenarios++;
            count += played.Count;
            wrong.AddRange(played.Wrong);
        }

        ConformancePage.Write("Compatibility", $"- scenarios that only register and compare: {scenarios}, with {count} verdicts; otherwise judged: {wrong.Count}\n");
        Assert.True(wrong.Count == 0 && count > 300, $"{scenarios} scenarios, {count} verdicts, wrong:\n{string.Join('\n', wrong)}");
    }
}
