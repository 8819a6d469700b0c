namespace Instrumentation.AspNetCore.Process;

/// <summary>Metrics of the process and of the machine it runs on; all are read when somebody looks, and at no other time.</summary>
/// <remarks>
/// <list type="table">
/// <item><term><c>process_cpu_seconds_total{mode}</c></term><description>Processor time in <c>user</c> and <c>system</c> mode, in seconds.</description></item>
/// <item><term><c>process_memory_bytes{type}</c></term><description>Memory that is resident (<c>rss</c>) and reserved (<c>virtual</c>), in bytes.</description></item>
/// <item><term><c>process_open_fds</c></term><description>Open file descriptors; elsewhere than on Linux open handles.</description></item>
/// <item><term><c>process_threads_total</c></term><description>Threads of the operating system.</description></item>
/// <item><term><c>thread_pool_work_items_active</c></term><description>Work items of the thread pool that are being executed.</description></item>
/// <item><term><c>thread_pool_work_items{state}</c></term><description>Work items that are <c>active</c>, and those that are <c>queued</c> and wait for a thread.</description></item>
/// <item><term><c>cpu_usage_percent</c></term><description>How busy all processors of the machine were since it was last looked at, in percent. Linux only.</description></item>
/// <item><term><c>memory_usage_bytes</c></term><description>Memory of the machine in use, in bytes. Linux only.</description></item>
/// <item><term><c>disk_usage_percent</c></term><description>How full the disk of the current directory is, in percent.</description></item>
/// </list>
/// </remarks>
public sealed class ProcessMetricsOptions
{
    /// <summary>Whether the metrics are there; default <see langword="true"/>.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Name of the gauge of active work items after the prefix; empty leaves it out. Dashboards of Tokio services have <c>tokio_tasks_active</c>.</summary>
    public string WorkItemsActive { get; set; } = "thread_pool_work_items_active";

    /// <summary>Name of the gauge of work items by state; empty leaves it out. Dashboards of Tokio services have <c>tokio_tasks_total</c>.</summary>
    public string WorkItems { get; set; } = "thread_pool_work_items";
}
