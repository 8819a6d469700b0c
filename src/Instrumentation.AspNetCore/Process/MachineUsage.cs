using System.Globalization;

namespace Instrumentation.AspNetCore.Process;

/// <summary>What of the machine is in use, by this process and all others; what the system does not tell is not a number.</summary>
internal sealed class MachineUsage
{
    private readonly Lock _gate = new();
    private (double Busy, double Total) _seen = ProcessorTimes();
    private double _percent = double.NaN;

    /// <summary>How busy the processors were since the last reading; a reading too soon after it gives the same again.</summary>
    public double ProcessorPercent()
    {
        lock (_gate)
        {
            var (busy, total) = ProcessorTimes();
            if (total - _seen.Total >= Environment.ProcessorCount)
            {
                _percent = 100 * (busy - _seen.Busy) / (total - _seen.Total);
                _seen = (busy, total);
            }

            return _percent;
        }
    }

    /// <summary>As the kernel counts what could be had without swapping.</summary>
    public static double MemoryBytes()
    {
        if (!OperatingSystem.IsLinux())
        {
            return double.NaN;
        }

        double total = double.NaN, available = double.NaN;
        foreach (var line in File.ReadLines("/proc/meminfo"))
        {
            if (line.StartsWith("MemTotal:", StringComparison.Ordinal))
            {
                total = Kilobytes(line);
            }
            else if (line.StartsWith("MemAvailable:", StringComparison.Ordinal))
            {
                available = Kilobytes(line);
                break;
            }
        }

        return (total - available) * 1024;
    }

    public static double DiskPercent()
    {
        var disk = new DriveInfo(Path.GetFullPath("."));
        return 100.0 * (disk.TotalSize - disk.TotalFreeSpace) / disk.TotalSize;
    }

    // cpu  user nice system idle iowait irq softirq steal guest guest_nice, in hundredths of a second and over all processors; guests are in user already.
    private static (double Busy, double Total) ProcessorTimes()
    {
        if (!OperatingSystem.IsLinux())
        {
            return (double.NaN, double.NaN);
        }

        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var times = fields.Skip(1).Take(8).Select(static field => double.Parse(field, CultureInfo.InvariantCulture) / 100).ToArray();
        var total = times.Sum();
        return (total - times[3] - times[4], total);
    }

    private static double Kilobytes(string line) => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
