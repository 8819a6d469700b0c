using System.Collections.Concurrent;
using Instrumentation.Metrics;

namespace Instrumentation.AspNetCore.Process;

/// <summary>Declares the metrics of the process, once for each prefix however many hosts the process has: they all speak of the same process.</summary>
internal sealed class ProcessMetrics
{
    private static readonly ConcurrentDictionary<string, Lazy<ProcessMetrics>> s_declared = new(StringComparer.Ordinal);

    private readonly string _prefix;
    private readonly MachineUsage _machine = new();

    private ProcessMetrics(AspNetCoreInstrumentationOptions options)
    {
        _prefix = options.Prefix;
        DeclareProcess();
        DeclareThreadPool(options.Process);
        Gauge("cpu_usage_percent", "How busy the processors of the machine were since the last reading, in percent.", unit: null, _machine.ProcessorPercent);
        Gauge("memory_usage_bytes", "Memory of the machine in use.", "bytes", MachineUsage.MemoryBytes);
        Gauge("disk_usage_percent", "How full the disk of the current directory is, in percent.", unit: null, MachineUsage.DiskPercent);
    }

    public static void Declare(AspNetCoreInstrumentationOptions options)
    {
        if (options.Process.Enabled)
        {
            var key = string.Join('\n', options.Prefix, options.Process.WorkItemsActive, options.Process.WorkItems);
            _ = s_declared.GetOrAdd(key, static (_, options) => new Lazy<ProcessMetrics>(() => new ProcessMetrics(options)), options).Value;
        }
    }

    private void DeclareProcess()
    {
        MetricRegistry.ObservedCounter(
            Name("process_cpu_seconds_total"),
            "Processor time of the process.",
            "seconds",
            static mode => mode == 0 ? Environment.CpuUsage.UserTime.TotalSeconds : Environment.CpuUsage.PrivilegedTime.TotalSeconds,
            new ClosedTag("mode", "user", "system"));
        Gauge("process_memory_bytes", "Memory of the process.", "bytes", static () => Environment.WorkingSet, ("type", "rss"));
        Gauge("process_memory_bytes", "Memory of the process.", "bytes", ProcessUsage.VirtualBytes, ("type", "virtual"));
        Gauge("process_open_fds", "Open file descriptors.", unit: null, ProcessUsage.OpenFiles);
        Gauge("process_threads_total", "Threads of the process.", unit: null, ProcessUsage.Threads);
    }

    private void DeclareThreadPool(ProcessMetricsOptions options)
    {
        if (options.WorkItemsActive.Length > 0)
        {
            Gauge(options.WorkItemsActive, "Work items that the thread pool executes.", unit: null, ProcessUsage.ActiveWorkItems);
        }

        if (options.WorkItems.Length > 0)
        {
            Gauge(options.WorkItems, "Work items of the thread pool.", unit: null, ProcessUsage.ActiveWorkItems, ("state", "active"));
            Gauge(options.WorkItems, "Work items of the thread pool.", unit: null, static () => ThreadPool.PendingWorkItemCount, ("state", "queued"));
        }
    }

    private void Gauge(string name, string description, string? unit, Func<double> read, params (string Name, string Value)[] tags) =>
        MetricRegistry.ObservedGauge(Name(name), description, unit, GaugeAggregate.Last, read, series: null, [.. tags.Select(static tag => new ClosedTag(tag.Name, tag.Value))]);

    private string Name(string name) => MetricNames.Of(_prefix, name)!;
}
