using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Instrumentation.HttpBenchmarks.Driving;

/// <summary>One run of <c>wrk</c>.</summary>
internal sealed partial record WrkRun(double PerSecond, long Requests)
{
    public const int Connections = 32;

    public static async Task<WrkRun> RunAsync(Uri address, int seconds)
    {
        var start = new ProcessStartInfo("wrk", ["-t1", $"-c{Connections}", $"-d{seconds}s", address.ToString()]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (text.Contains("Non-2xx", StringComparison.Ordinal) || text.Contains("Socket errors", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(text);
        }

        return new WrkRun(
            double.Parse(Rate().Match(text).Groups["rate"].Value, CultureInfo.InvariantCulture), long.Parse(Count().Match(text).Groups["count"].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[0-9.]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Rate();

    [GeneratedRegex("(?<count>[0-9]+) requests in", RegexOptions.ExplicitCapture)]
    private static partial Regex Count();
}
