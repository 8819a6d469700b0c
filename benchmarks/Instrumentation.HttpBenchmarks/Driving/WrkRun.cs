using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Instrumentation.HttpBenchmarks.Driving;

/// <summary>One run of <c>wrk</c>.</summary>
/// <param name="PerSecond">Answers per second.</param>
/// <param name="Requests">Answers in all.</param>
/// <param name="Percentile99">The time that 99 % of the answers took at most.</param>
internal sealed partial record WrkRun(double PerSecond, long Requests, TimeSpan Percentile99)
{
    public const int Connections = 32;

    /// <param name="address">What is asked for.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="connections">How many ask at a time.</param>
    /// <param name="script">A Lua script that makes the requests; none asks for the address.</param>
    /// <exception cref="InvalidOperationException">An answer was no success, or a connection broke.</exception>
    public static async Task<WrkRun> RunAsync(Uri address, int seconds, int connections = Connections, string? script = null)
    {
        string[] scripted = script is null ? [] : ["-s", script];
        var start = new ProcessStartInfo("wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "--latency", .. scripted, address.ToString()]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 || text.Contains("Non-2xx", StringComparison.Ordinal) || text.Contains("Socket errors", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(text);
        }

        var slow = Slow().Match(text);
        return new WrkRun(
            double.Parse(Rate().Match(text).Groups["rate"].Value, CultureInfo.InvariantCulture),
            long.Parse(Count().Match(text).Groups["count"].Value, CultureInfo.InvariantCulture),
            double.Parse(slow.Groups["time"].Value, CultureInfo.InvariantCulture) * Unit(slow.Groups["unit"].Value));
    }

    private static TimeSpan Unit(string name) => name switch
    {
        "us" => TimeSpan.FromMicroseconds(1),
        "ms" => TimeSpan.FromMilliseconds(1),
        _ => TimeSpan.FromSeconds(1),
    };

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[0-9.]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Rate();

    [GeneratedRegex("(?<count>[0-9]+) requests in", RegexOptions.ExplicitCapture)]
    private static partial Regex Count();

    [GeneratedRegex(@"99%\s+(?<time>[0-9.]+)(?<unit>us|ms|s)", RegexOptions.ExplicitCapture)]
    private static partial Regex Slow();
}
