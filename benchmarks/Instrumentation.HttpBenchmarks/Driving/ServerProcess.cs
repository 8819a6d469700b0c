using System.Diagnostics;
using System.Globalization;
using Instrumentation.HttpBenchmarks.Serving;

namespace Instrumentation.HttpBenchmarks.Driving;

/// <summary>A server in a process of its own; its lines go where nobody reads them.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = address };
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync(Variant variant)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec dotnet \"{typeof(ServerProcess).Assembly.Location}\" serve {variant} > /dev/null"]) { RedirectStandardError = true };
        var process = Process.Start(start)!;
        var address = await process.StandardError.ReadLineAsync() ?? throw new InvalidOperationException($"The server {variant} ended.");
        return new ServerProcess(process, new Uri(address));
    }

    /// <summary>Bytes that the server has allocated since its start.</summary>
    public async Task<long> AllocatedAsync() => long.Parse(await _http.GetStringAsync("/allocated"), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _http.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
