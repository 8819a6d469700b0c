using Microsoft.Extensions.DependencyInjection;
using SchemaRegistry.Api.Telemetry;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Telemetry;

public sealed class AccessTests
{
    [Fact]
    public async Task Top_OfWhatWasRead_IsWrittenAtEachTickOfTenSeconds()
    {
        var clock = new TickingClock();
        await using var server = new RegistryServer(services => services.AddSingleton<TimeProvider>(clock));
        var registry = server.Registry;
        (await registry.RegisterAsync("once", "\"string\"")).Ok();
        (await registry.RegisterAsync("thrice", "\"int\"")).Ok();
        (await registry.GetAsync("/schemas/ids/1")).Ok();
        (await registry.GetAsync("/schemas/ids/2")).Ok();
        (await registry.GetAsync("/schemas/ids/2/schema")).Ok();
        (await registry.GetAsync("/subjects/thrice/versions/latest")).Ok();
        Assert.Equal(0, (await registry.GetAsync("/api/v1/schemas/top")).Ok().GetProperty("schemas").GetArrayLength());

        clock.Tick(AccessFlush.Interval);

        var top = await Deadline.PollAsync(
            async _ => (await registry.GetAsync("/api/v1/schemas/top")).Ok().GetProperty("schemas") is { } schemas && schemas.GetArrayLength() == 2 ? schemas.EnumerateArray().ToList() : null,
            static () => "The counts were not written.");
        Assert.Equal(TimeSpan.FromSeconds(10), AccessFlush.Interval);
        Assert.Equal(
            [(2, "thrice", 3L), (1, "once", 1L)],
            top.Select(static schema => (schema.GetProperty("schema_id").GetInt32(), schema.GetProperty("subject").GetString()!, schema.GetProperty("reads").GetInt64())));
        Assert.Equal(1, (await registry.GetAsync("/api/v1/schemas/top?limit=1")).Ok().GetProperty("schemas").GetArrayLength());
    }

    [Fact]
    public async Task Counts_NotWrittenYet_AreWrittenWhenTheServerEnds()
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string> { ["Registry__ShutdownDelay"] = "00:00:00" };
        await using (var server = await RegistryProcess.StartAsync(folder.Path, environment, "--urls", "http://127.0.0.1:0"))
        {
            (await server.Registry.RegisterAsync("a", "\"string\"")).Ok();
            (await server.Registry.GetAsync("/schemas/ids/1")).Ok();
            (await server.Registry.GetAsync("/schemas/ids/1")).Ok();
            Assert.Equal(0, await server.TerminateAsync());
        }

        await using var again = await RegistryProcess.StartAsync(folder.Path, environment, "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, (await again.Registry.GetAsync("/api/v1/schemas/top")).Ok().GetProperty("schemas")[0].GetProperty("reads").GetInt64());
    }
}
