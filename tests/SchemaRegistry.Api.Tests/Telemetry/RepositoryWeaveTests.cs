using System.Reflection;
using Instrumentation.TestTools;
using Instrumentation.Weaving;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Telemetry;

/// <summary>What waits for the one writer is recorded in place, behind the decorators that record what never waits; each call once.</summary>
public sealed class RepositoryWeaveTests
{
    [Fact]
    public void Repositories_MethodsThatWait_AreWovenInPlace()
    {
        var waiting = typeof(SqliteDatabase).Assembly.GetTypes()
            .Where(static type => type.Namespace == typeof(SqliteDatabase).Namespace && type.Name.StartsWith("Sqlite", StringComparison.Ordinal) && type.Name.EndsWith("Repository", StringComparison.Ordinal))
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(static method => typeof(Task).IsAssignableFrom(method.ReturnType))
            .ToList();

        Assert.Equal(10, waiting.Count);
        Assert.All(waiting, static method => Assert.Equal("in place", method.GetCustomAttribute<WovenAttribute>()?.Weave));
    }

    [Fact]
    public async Task Repositories_CalledThroughTheirDecorators_CountEachCallOnce()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", "http://127.0.0.1:0");
        var registry = server.Registry;

        (await registry.RegisterAsync("a", "\"int\"")).Ok();
        (await registry.RegisterAsync("b", "\"long\"")).Ok();
        (await registry.PutAsync("/config", """{"compatibility":"NONE"}""")).Ok();
        (await registry.PutAsync("/mode/a", """{"mode":"READONLY"}""")).Ok();
        (await registry.DeleteAsync("/mode/a")).Ok();
        (await registry.DeleteAsync("/subjects/b/versions/1")).Ok();

        var families = await Scrape.FamiliesAsync(registry);
        foreach (var (query, calls) in (IEnumerable<(string, double)>)[("add_version", 2), ("set_config", 1), ("set_mode", 1), ("remove_mode", 1), ("delete_version", 1), ("purge", 0)])
        {
            Assert.Equal(calls, families["schema_registry_db_queries_total"].Total(("query", query)));
            Assert.Equal(calls, families["schema_registry_db_query_duration_seconds"].Total(("query", query)));
        }
    }
}
