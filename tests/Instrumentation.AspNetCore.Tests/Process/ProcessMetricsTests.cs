using Instrumentation.AspNetCore.Tests.Infrastructure;
using Instrumentation.TestTools;
using Microsoft.AspNetCore.Builder;

namespace Instrumentation.AspNetCore.Tests.Process;

public sealed class ProcessMetricsTests
{
    [Fact]
    public async Task Families_AreThereWithTheirLabels()
    {
        await using var app = await StartAsync("process");
        var families = await TestApp.ScrapeAsync();

        Assert.Equal(
            [
                "process_cpu_seconds_total counter mode=system|mode=user",
                "process_memory_bytes gauge type=rss|type=virtual",
                "process_open_fds gauge ",
                "process_threads_total gauge ",
                "tokio_tasks_active gauge ",
                "tokio_tasks_total gauge state=active|state=queued",
            ],
            families.Values.Where(static family => family.Name.StartsWith("process_process_", StringComparison.Ordinal) || family.Name.StartsWith("process_tokio_", StringComparison.Ordinal))
                .Select(static family => $"{family.Name["process_".Length..]} {family.Type} {string.Join('|', family.Samples.Select(static sample => sample.Series))}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Values_AreThoseOfTheSystem()
    {
        await using var app = await StartAsync("values");
        var families = await TestApp.ScrapeAsync();

        var cpu = Environment.CpuUsage;
        Assert.InRange(families["values_process_cpu_seconds_total"].Total(("mode", "user")), 0.01, cpu.UserTime.TotalSeconds);
        Assert.InRange(families["values_process_cpu_seconds_total"].Total(), 0.01, cpu.TotalTime.TotalSeconds);
        var rss = families["values_process_memory_bytes"].Total(("type", "rss"));
        Assert.InRange(rss, 10e6, families["values_process_memory_bytes"].Total(("type", "virtual")));
        Assert.InRange(families["values_process_open_fds"].Total(), 3, 100_000);
        Assert.InRange(families["values_process_threads_total"].Total(), 2, 10_000);
        Assert.InRange(families["values_tokio_tasks_active"].Total(), 0, 10_000);
        Assert.InRange(families["values_memory_usage_bytes"].Total(), rss / 2, 1e14);
        Assert.InRange(families["values_disk_usage_percent"].Total(), 0, 100);
    }

    [Fact]
    public async Task ProcessorUsage_AfterALook_IsAPercentage()
    {
        await using var app = await StartAsync("busy");

        // The machine's clock ticks in hundredths of a second; it takes a second of all processors for a figure.
        IReadOnlyDictionary<string, ParsedFamily> families;
        do
        {
            families = await TestApp.ScrapeAsync();
        }
        while (!families.ContainsKey("busy_cpu_usage_percent") || families["busy_cpu_usage_percent"].Samples.Count == 0);

        Assert.InRange(families["busy_cpu_usage_percent"].Total(), 0, 100);
    }

    [Fact]
    public async Task Sums_OfTwoHosts_AreNotDoubled()
    {
        await using var one = await StartAsync("twice");
        await using var two = await StartAsync("twice");

        var families = await TestApp.ScrapeAsync();

        Assert.InRange(families["twice_process_cpu_seconds_total"].Total(), 0, Environment.CpuUsage.TotalTime.TotalSeconds);
        Assert.InRange(families["twice_process_memory_bytes"].Total(("type", "rss")), 0, 1.5 * Environment.WorkingSet);
    }

    private static Task<TestApp> StartAsync(string prefix) => TestApp.StartAsync(
        static _ => { },
        options =>
        {
            options.Prefix = prefix;
            options.Process.WorkItemsActive = "tokio_tasks_active";
            options.Process.WorkItems = "tokio_tasks_total";
        });
}
