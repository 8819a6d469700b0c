using System.Globalization;
using System.Net.Http.Json;
using Instrumentation.HttpBenchmarks.Driving;
using SchemaRegistry.LoadBenchmarks.Reporting;

namespace SchemaRegistry.LoadBenchmarks.Driving;

/// <summary><c>GET /schemas/ids/{id}</c> beside a server that does nothing but send the same bytes, and its latency at half of the load that it bears.</summary>
internal static class Reads
{
    private const int Connections = 64;
    private const int WarmUpSeconds = 8;
    private const int Seconds = 5;
    private const int PairCount = 5;

    // As long as the schemas that teams write: an order with its lines.
    private const string Schema =
        """
        {"type":"record","name":"Order","namespace":"com.example.shop","doc":"An order as the shop sends it.","fields":[{"name":"id","type":{"type":"string","logicalType":"uuid"}},{"name":"placed","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"customer","type":{"type":"record","name":"Customer","fields":[{"name":"name","type":"string"},{"name":"email","type":["null","string"],"default":null}]}},{"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[{"name":"sku","type":"string"},{"name":"count","type":"int"},{"name":"price","type":{"type":"bytes","logicalType":"decimal","precision":12,"scale":2}}]}}},{"name":"note","type":["null","string"],"default":null}]}
        """;

    public static async Task<Table> MeasureAsync()
    {
        await using var registry = await ServerProcess.StartRegistryAsync();
        (await registry.Http.PostAsJsonAsync("/subjects/orders-value/versions", new { schema = Schema })).EnsureSuccessStatusCode();
        var path = "/schemas/ids/1";
        var body = await registry.Http.GetByteArrayAsync(path);
        await using var bare = await ServerProcess.StartBareAsync(body);
        var (ours, floor) = (new Uri(registry.Address, path), new Uri(bare.Address, path));
        await WrkRun.RunAsync(ours, WarmUpSeconds, Connections);
        await WrkRun.RunAsync(floor, WarmUpSeconds, Connections);

        var pairs = new List<(double Ours, double Bare)>();
        for (var i = 0; i < PairCount; i++)
        {
            // Who goes first changes.
            var first = (await WrkRun.RunAsync(i % 2 == 0 ? ours : floor, Seconds, Connections)).PerSecond;
            var second = (await WrkRun.RunAsync(i % 2 == 0 ? floor : ours, Seconds, Connections)).PerSecond;
            pairs.Add(i % 2 == 0 ? (first, second) : (second, first));
            Console.WriteLine(FormattableString.Invariant($"registry {pairs[i].Ours:F0}/s, bare {pairs[i].Bare:F0}/s: {100 * pairs[i].Ours / pairs[i].Bare:F1} %"));
        }

        var median = Table.Median(pairs.Select(static pair => pair.Ours));
        var shares = pairs.Select(static pair => 100 * pair.Ours / pair.Bare).Order().ToArray();
        var half = await AtRateAsync(ours, median / 2);
        var table = new Table("`GET /schemas/ids/{id}`, 64 connections", "", "budget");
        table.Row(FormattableString.Invariant($"body of {body.Length} bytes: requests per second, median"), Table.Number(median), "");
        table.Row("bare Kestrel with the same bytes", Table.Number(Table.Median(pairs.Select(static pair => pair.Bare))), "");
        table.Row(
            "share of it, median of pairs, and from to",
            FormattableString.Invariant($"{Table.Median(shares):F1} %, {shares[0]:F1} to {shares[^1]:F1} %"),
            "60 %");
        table.Row(
            FormattableString.Invariant($"99 % of the answers at {half.PerSecond:N0} per second"),
            FormattableString.Invariant($"{half.Percentile99.TotalMilliseconds:F2} ms"),
            "10 ms");
        return table;
    }

    // wrk asks as fast as it is answered; a pause before each request slows it down. How long it must be shows when it is tried.
    private static async Task<WrkRun> AtRateAsync(Uri address, double wanted)
    {
        var pause = 1000 * Connections / wanted;
        while (true)
        {
            // Whole milliseconds only, so that a pause between two is a mixture of both.
            using var script = new WrkScript(string.Create(
                CultureInfo.InvariantCulture, $"function delay() local p = {pause:F3}; local f = math.floor(p); if math.random() < p - f then return f + 1 end return f end"));
            var run = await WrkRun.RunAsync(address, Seconds, Connections, script.File);
            Console.WriteLine(FormattableString.Invariant($"pause {pause:F2} ms: {run.PerSecond:F0}/s of {wanted:F0}/s wanted, p99 {run.Percentile99.TotalMilliseconds:F2} ms"));
            if (Math.Abs(run.PerSecond - wanted) < 0.1 * wanted)
            {
                return run;
            }

            pause *= run.PerSecond / wanted;
        }
    }
}
