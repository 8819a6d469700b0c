using Instrumentation.HttpBenchmarks.Driving;
using SchemaRegistry.LoadBenchmarks.Reporting;

namespace SchemaRegistry.LoadBenchmarks.Driving;

/// <summary>Registrations of Avro schemas: new ones, each a subject's first or next version, and ones that are there already.</summary>
internal static class Registrations
{
    private const int Writers = 16;
    private const int WarmUpSeconds = 6;
    private const int Seconds = 8;

    public static async Task<Table> MeasureAsync()
    {
        var table = new Table("registrations of Avro schemas, 16 writers", "per second", "99 % within", "budget");

        // n counts the requests of a run, and run tells the runs apart: what one registers was not registered before.
        await MeasureAsync(table, "new, each the first version of a subject", "run .. n", "run .. n", "2,000");
        await MeasureAsync(table, "new, each the next version of one of a thousand subjects", "'s' .. n % 1000", "run .. n", "2,000");
        await MeasureAsync(table, "known", "'s'", "'f'", "5,000");
        return table;
    }

    private static async Task MeasureAsync(Table table, string name, string subject, string field, string budget)
    {
        await using var registry = await ServerProcess.StartRegistryAsync();
        await RunAsync(registry, "a", subject, field, WarmUpSeconds);
        var run = await RunAsync(registry, "b", subject, field, Seconds);
        table.Row(name, Table.Number(run.PerSecond), FormattableString.Invariant($"{run.Percentile99.TotalMilliseconds:F1} ms"), budget);
        Console.WriteLine(FormattableString.Invariant($"{name}: {run.PerSecond:F0}/s"));
    }

    private static async Task<WrkRun> RunAsync(ServerProcess registry, string run, string subject, string field, int seconds)
    {
        using var script = new WrkScript(
            $$"""
            local run = '{{run}}'
            local n = 0
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/vnd.schemaregistry.v1+json"
            function request()
              n = n + 1
              local fields = '{\\"name\\":\\"id\\",\\"type\\":\\"string\\"},{\\"name\\":\\"' .. {{field}} .. '\\",\\"type\\":[\\"null\\",\\"long\\"],\\"default\\":null}'
              local body = '{"schema":"{\\"type\\":\\"record\\",\\"name\\":\\"R\\",\\"fields\\":[' .. fields .. ']}"}'
              return wrk.format(nil, "/subjects/" .. {{subject}} .. "/versions", nil, body)
            end
            """);
        return await WrkRun.RunAsync(registry.Address, seconds, Writers, script.File);
    }
}
