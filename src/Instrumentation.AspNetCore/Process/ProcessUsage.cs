namespace Instrumentation.AspNetCore.Process;

/// <summary>What the process uses; what the system does not tell is not a number.</summary>
internal static class ProcessUsage
{
    private const string Descriptors = "/proc/self/fd";
    private const string Tasks = "/proc/self/task";

    public static double VirtualBytes()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.VirtualMemorySize64;
    }

    public static double OpenFiles()
    {
        if (OperatingSystem.IsLinux())
        {
            // Looking opens one itself.
            return Directory.EnumerateFileSystemEntries(Descriptors).Count() - 1;
        }

        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.HandleCount;
    }

    public static double Threads()
    {
        if (OperatingSystem.IsLinux())
        {
            return Directory.EnumerateDirectories(Tasks).Count();
        }

        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.Threads.Count;
    }

    /// <summary>The thread pool says how many more work items it could execute.</summary>
    public static double ActiveWorkItems()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var available, out _);
        return most - available;
    }
}
