using System.Diagnostics;
using System.Text.RegularExpressions;
using SchemaRegistry.Api.Hosting;

namespace SchemaRegistry.LoadBenchmarks.Driving;

/// <summary>A server in a process of its own, with a folder of its own; its lines go into a file there.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly bool _ownsFolder;

    private ServerProcess(Process process, string folder, bool ownsFolder, Uri address, TimeSpan startUp)
    {
        (_process, Folder, _ownsFolder, Address, StartUp) = (process, folder, ownsFolder, address, startUp);
        Http = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public string Folder { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan StartUp { get; }

    /// <summary>Memory of the process that is in use, as the operating system counts it.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The registry as users run it.</summary>
    /// <param name="folder">The folder of its database; <see langword="null"/> for an empty one that goes with the process.</param>
    /// <param name="assembly">The built registry; <see langword="null"/> for the one beside this program.</param>
    public static Task<ServerProcess> StartRegistryAsync(string? folder = null, string? assembly = null) => StartAsync(
        folder,
        "/health/ready",
        work => [assembly ?? typeof(RegistryOptions).Assembly.Location, "--urls", "http://127.0.0.1:0", "--Registry:DataDirectory", Path.Combine(work, "data")]);

    /// <summary>Kestrel and nothing else.</summary>
    public static async Task<ServerProcess> StartBareAsync(byte[] body)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, body);
        try
        {
            return await StartAsync(folder: null, "/", _ => [typeof(ServerProcess).Assembly.Location, "serve", file]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static async Task<ServerProcess> StartAsync(string? folder, string ready, Func<string, IReadOnlyList<string>> arguments)
    {
        var ownsFolder = folder is null;
        folder ??= Directory.CreateTempSubdirectory("registry-load-").FullName;
        var log = Path.Combine(folder, "lines.log");
        await File.WriteAllTextAsync(log, string.Empty);
        var watch = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "log=$0; exec dotnet \"$@\" > \"$log\" 2>&1", log, .. arguments(folder)]))!;
        while (true)
        {
            var lines = await File.ReadAllTextAsync(log);
            if (Listening().Match(lines) is { Success: true } line)
            {
                var address = new Uri(line.Groups["address"].Value);
                using var http = new HttpClient { BaseAddress = address };
                (await http.GetAsync(ready)).EnsureSuccessStatusCode();
                return new ServerProcess(process, folder, ownsFolder, address, watch.Elapsed);
            }

            if (process.HasExited)
            {
                throw new InvalidOperationException($"The server ended: {lines}");
            }

            await Task.Delay(5);
        }
    }

    [GeneratedRegex("Now listening on: (?<address>http://[0-9.:]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();
}
