using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Telemetry;

/// <summary>What an operator would do: scrape the registry and ask for a rate.</summary>
public sealed class PrometheusTests
{
    [Fact]
    public async Task Rate_OfRegisteredSchemasByFormat_IsAnswered()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", "http://127.0.0.1:0");
        await using var prometheus = new PrometheusServer(server.Address);
        await prometheus.QueryUntilAsync("up", static up => up.Values.SequenceEqual([1.0]));

        // A rate needs a rise between two scrapes: schemas are registered until one was seen.
        var registered = 0;
        using var enough = new CancellationTokenSource();
        var load = Task.Run(async () =>
        {
            for (; !enough.IsCancellationRequested; registered++)
            {
                (await server.Registry.RegisterAsync("a", $$"""{"type":"fixed","name":"F","size":{{registered + 1}}}""")).Ok();
                (await server.Registry.RegisterAsync("j", $$"""{"maximum":{{registered}}}""", "JSON")).Ok();
                await Task.Delay(50);
            }
        });
        var rates = await prometheus.QueryUntilAsync(
            "sum(rate(schema_registry_schemas_registered_total[1m])) by (format)", static rates => rates.GetValueOrDefault("avro") > 0 && rates.GetValueOrDefault("json") > 0);
        await enough.CancelAsync();
        await load;

        Assert.Equal(["avro", "json", "protobuf"], rates.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(0, rates["protobuf"]);
        await prometheus.QueryUntilAsync("schema_registry_schemas_registered_total > 0", counts => counts.Values.SequenceEqual([registered, registered]));

        await prometheus.QueryUntilAsync("up", static up => up.Values.SequenceEqual([1.0]));
        Assert.All((await prometheus.QueryUntilAsync("scrape_samples_scraped", static count => count.Count > 0)).Values, static count => Assert.True(count > 0));
        await prometheus.QueryUntilAsync("scrape_samples_scraped == scrape_samples_post_metric_relabeling", static same => same.Count == 1);
        var target = await prometheus.TargetAsync();
        Assert.Equal(("up", ""), (target.GetProperty("health").GetString(), target.GetProperty("lastError").GetString()));
    }
}
