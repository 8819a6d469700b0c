using System.Diagnostics;
using System.Net.Http.Json;
using Instrumentation.HttpBenchmarks.Driving;
using SchemaRegistry.LoadBenchmarks.Reporting;

namespace SchemaRegistry.LoadBenchmarks.Driving;

/// <summary>What it costs to be observed: the registry as it is beside the same one built with <c>-p:InstrumentationEnabled=false</c>, which has none of the generated code.</summary>
internal static class Observation
{
    private const int Connections = 64;
    private const int WarmUpSeconds = 8;
    private const int Seconds = 4;
    private const int PairCount = 10;
    private const int Mebibyte = 1024 * 1024;
    private const string Path = "/schemas/ids/1";

    private static readonly TimeSpan s_betweenScrapes = TimeSpan.FromMilliseconds(200);

    public static async Task<Table> MeasureAsync()
    {
        await using var on = await StartAsync(assembly: null);
        await using var off = await StartAsync(await UnmeasuredRegistry.BuildAsync());
        var pairs = new List<(double On, double Off)>();
        for (var i = 0; i < PairCount; i++)
        {
            // Who goes first changes.
            var first = await RunAsync(i % 2 == 0 ? on : off, Seconds);
            var second = await RunAsync(i % 2 == 0 ? off : on, Seconds);
            pairs.Add(i % 2 == 0 ? (first, second) : (second, first));
            Console.WriteLine(FormattableString.Invariant($"on {pairs[i].On:F0}/s, off {pairs[i].Off:F0}/s: {Cost(pairs[i]):F1} %"));
        }

        var (memoryOn, memoryOff) = (on.ResidentBytes / Mebibyte, off.ResidentBytes / Mebibyte);
        var scrapes = await ScrapesDuringLoadAsync(on);
        var costs = pairs.Select(Cost).Order().ToArray();
        var table = new Table($"`GET {Path}`, {Connections} connections, {PairCount} pairs of {Seconds} s", "", "budget");
        table.Row("measured: requests per second, median", Table.Number(Table.Median(pairs.Select(static pair => pair.On))), "");
        table.Row("not measured", Table.Number(Table.Median(pairs.Select(static pair => pair.Off))), "");
        table.Row(
            "throughput that it costs, median of the pairs, and from to",
            FormattableString.Invariant($"{Table.Median(costs):F1} %, {costs[0]:F1} to {costs[^1]:F1} %"),
            "3 %");
        table.Row("memory in use after the load, measured and not", FormattableString.Invariant($"{memoryOn} and {memoryOff} MiB"), "30 MB more");
        table.Row(
            FormattableString.Invariant($"`/metrics` during the load, median and slowest of {scrapes.Length}"),
            FormattableString.Invariant($"{Table.Median(scrapes):F1} and {scrapes.Max():F1} ms"),
            "100 ms");
        return table;
    }

    private static double Cost((double On, double Off) pair) => 100 * (1 - (pair.On / pair.Off));

    private static async Task<ServerProcess> StartAsync(string? assembly)
    {
        var server = await ServerProcess.StartRegistryAsync(assembly: assembly);
        (await server.Http.PostAsJsonAsync("/subjects/orders-value/versions", new { schema = """{"type":"record","name":"Order","fields":[{"name":"id","type":"string"}]}""" })).EnsureSuccessStatusCode();
        await RunAsync(server, WarmUpSeconds);
        return server;
    }

    private static async Task<double> RunAsync(ServerProcess server, int seconds) =>
        (await WrkRun.RunAsync(new Uri(server.Address, Path), seconds, Connections)).PerSecond;

    private static async Task<double[]> ScrapesDuringLoadAsync(ServerProcess server)
    {
        var load = RunAsync(server, Seconds);
        var times = new List<double>();
        while (!load.IsCompleted)
        {
            var start = Stopwatch.GetTimestamp();
            (await server.Http.GetAsync("/metrics")).EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(s_betweenScrapes);
        }

        await load;
        return [.. times];
    }
}
