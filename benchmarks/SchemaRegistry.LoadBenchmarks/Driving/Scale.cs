using System.Diagnostics;
using System.Net.Http.Headers;
using SchemaRegistry.LoadBenchmarks.Reporting;

namespace SchemaRegistry.LoadBenchmarks.Driving;

/// <summary>A registry with a million versions beside one with a hundred: its start, its memory, and what a client waits for.</summary>
internal static class Scale
{
    private const int Subjects = 100_000;
    private const int WarmUps = 50;
    private const int Rounds = 300;

    // A slow request needs no three hundred rounds to be seen.
    private static readonly TimeSpan s_enough = TimeSpan.FromSeconds(3);

    /// <param name="folder">Where the large database is, or is made where it is not; <see langword="null"/> for a folder that goes afterwards.</param>
    public static async Task<Table> MeasureAsync(string? folder)
    {
        var own = folder is null ? Directory.CreateTempSubdirectory("registry-scale-") : null;
        folder ??= own!.FullName;
        var data = Path.Combine(folder, "data");
        if (!Directory.Exists(data))
        {
            await ScaleData.WriteAsync(data, Subjects);
        }

        var small = Directory.CreateTempSubdirectory("registry-scale-");
        try
        {
            await ScaleData.WriteAsync(Path.Combine(small.FullName, "data"), 10);
            return await CompareAsync(small.FullName, folder);
        }
        finally
        {
            small.Delete(recursive: true);
            own?.Delete(recursive: true);
        }
    }

    private static async Task<Table> CompareAsync(string small, string large)
    {
        var (few, many) = (await MeasureAsync(small, subjects: 10), await MeasureAsync(large, Subjects));
        var table = new Table("median / 99 %", "100 versions", "1,000,000 versions of 100,000 subjects", "budget");
        for (var i = 0; i < few.Count; i++)
        {
            table.Row(few[i].Name, few[i].Cell, many[i].Cell, many[i].Budget);
        }

        return table;
    }

    private static async Task<IReadOnlyList<(string Name, string Cell, string Budget)>> MeasureAsync(string folder, int subjects)
    {
        await using var registry = await ServerProcess.StartRegistryAsync(folder);
        var rows = new List<(string, string, string)>
        {
            ("start, from the process to its first answer", FormattableString.Invariant($"{registry.StartUp.TotalSeconds:F2} s"), "5 s"),
            ("memory after the start", Megabytes(registry.ResidentBytes), ""),
        };
        foreach (var request in ScaleRequest.All)
        {
            for (var round = 0; round < WarmUps; round++)
            {
                await AskAsync(registry, request, round, subjects);
            }

            var times = new List<double>();
            for (var begin = Stopwatch.GetTimestamp(); times.Count < Rounds && Stopwatch.GetElapsedTime(begin) < s_enough;)
            {
                times.Add(await AskAsync(registry, request, WarmUps + times.Count, subjects));
            }

            times.Sort();
            rows.Add((request.Name, FormattableString.Invariant($"{Table.Median(times):F2} / {times[times.Count * 99 / 100]:F2} ms"), request.IsList ? "50 ms" : "as with few"));
            Console.WriteLine(FormattableString.Invariant($"{subjects} subjects, {request.Name}: {Table.Median(times):F2} ms"));
        }

        rows.Add(("memory after these requests", Megabytes(registry.ResidentBytes), ""));
        rows.Add(("database file", Megabytes(new FileInfo(Path.Combine(folder, "data", "registry.db")).Length), ""));
        return rows;
    }

    /// <returns>Milliseconds until all of the answer is there.</returns>
    private static async Task<double> AskAsync(ServerProcess registry, ScaleRequest request, int round, int subjects)
    {
        using var message = new HttpRequestMessage(request.Body is null ? HttpMethod.Get : HttpMethod.Post, request.Path(round, subjects));
        message.Content = request.Body is null ? null : new StringContent(request.Body, MediaTypeHeaderValue.Parse("application/json"));
        var start = Stopwatch.GetTimestamp();
        using var answer = await registry.Http.SendAsync(message);
        await answer.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Megabytes(long bytes) => FormattableString.Invariant($"{bytes / 1e6:N0} MB");
}
