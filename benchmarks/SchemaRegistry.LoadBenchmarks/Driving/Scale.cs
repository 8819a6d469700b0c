using System.Diagnostics;
using SchemaRegistry.LoadBenchmarks.Reporting;

namespace SchemaRegistry.LoadBenchmarks.Driving;

/// <summary>A registry with a million versions beside one with a hundred: its start, its memory, and what a client waits for.</summary>
internal static class Scale
{
    private const int Subjects = 100_000;
    private const int VersionsOfEach = 10;
    private const int WarmUps = 300;
    private const int Rounds = 500;

    private static readonly (string Name, Func<int, int, string> Path)[] s_requests =
    [
        ("a schema by its id, another one each time", static (round, subjects) => $"/schemas/ids/{1 + (int)((long)round * 7919 % (subjects * VersionsOfEach))}"),
        ("the latest version, of another subject each time", static (round, subjects) => $"/subjects/{ScaleData.Subject((int)((long)round * 7919 % subjects))}/versions/latest"),
        ("`/subjects?limit=100`", static (_, _) => "/subjects?limit=100"),
        ("`/subjects?limit=100`, the last page", static (_, subjects) => $"/subjects?limit=100&offset={subjects - 100}"),
        ("`/subjects/{subject}/versions`", static (round, subjects) => $"/subjects/{ScaleData.Subject((int)((long)round * 7919 % subjects))}/versions"),
        ("`/schemas?limit=100`", static (_, _) => "/schemas?limit=100"),
        ("`/schemas?limit=100`, the last page", static (_, subjects) => $"/schemas?limit=100&offset={(subjects * VersionsOfEach) - 100}"),
        ("`/schemas?limit=100&latestOnly=true`", static (_, _) => "/schemas?limit=100&latestOnly=true"),
        ("`/api/v1/subjects?limit=100`", static (_, _) => "/api/v1/subjects?limit=100"),
        ("`/api/v1/schemas?limit=100`", static (_, _) => "/api/v1/schemas?limit=100"),
        ("`/api/v1/schemas?limit=100`, the last page", static (_, subjects) => $"/api/v1/schemas?limit=100&offset={(subjects * VersionsOfEach) - 100}"),
    ];

    /// <param name="folder">Where the large database is, or is made where it is not; <see langword="null"/> for a folder that goes afterwards.</param>
    public static async Task<Table> MeasureAsync(string? folder)
    {
        var own = folder is null ? Directory.CreateTempSubdirectory("registry-scale-") : null;
        folder ??= own!.FullName;
        var data = Path.Combine(folder, "data");
        if (!Directory.Exists(data))
        {
            await ScaleData.WriteAsync(data, Subjects, VersionsOfEach);
        }

        var small = Directory.CreateTempSubdirectory("registry-scale-");
        try
        {
            await ScaleData.WriteAsync(Path.Combine(small.FullName, "data"), 10, VersionsOfEach);
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
        foreach (var (name, path) in s_requests)
        {
            var times = new List<double>();
            for (var round = -WarmUps; round < Rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                using var answer = await registry.Http.GetAsync(path(round + WarmUps, subjects));
                await answer.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null);
                if (round >= 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }

            times.Sort();
            var budget = name.StartsWith('`') ? "50 ms" : "as with few";
            rows.Add((name, FormattableString.Invariant($"{Table.Median(times):F2} / {times[times.Count * 99 / 100]:F2} ms"), budget));
            Console.WriteLine(FormattableString.Invariant($"{subjects} subjects, {name}: {Table.Median(times):F2} ms"));
        }

        rows.Add(("memory after these requests", Megabytes(registry.ResidentBytes), ""));
        rows.Add(("database file", Megabytes(new FileInfo(Path.Combine(folder, "data", "registry.db")).Length), ""));
        return rows;
    }

    private static string Megabytes(long bytes) => FormattableString.Invariant($"{bytes / 1e6:N0} MB");
}
