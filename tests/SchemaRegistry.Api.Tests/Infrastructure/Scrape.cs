using Instrumentation.TestTools;

namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>Reads /metrics as a scraper does.</summary>
internal static class Scrape
{
    public static async Task<IReadOnlyDictionary<string, ParsedFamily>> FamiliesAsync(RegistryClient registry)
    {
        var answer = await registry.GetAsync("/metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.ContentHeaders.ContentType!.ToString());
        return MetricsText.Parse(answer.Bytes);
    }
}
