using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>The built application as a process of its own: what a user starts, and what can be killed.</summary>
internal sealed class RegistryProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _lineCame = new(0);
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RegistryProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Exited += async (_, _) => await TellItsEndAsync();
    }

    /// <summary>What the process wrote so far.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    public RegistryClient Registry { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public int ProcessId => _process.Id;

    public static Task<RegistryProcess> StartAsync(
        string currentDirectory, IReadOnlyDictionary<string, string>? environment = null, params string[] arguments) =>
        StartAsync(currentDirectory, typeof(Program).Assembly.Location, environment, arguments);

    /// <summary>Starts a registry that was built another way.</summary>
    public static Task<RegistryProcess> StartAsync(string currentDirectory, string assembly, IReadOnlyDictionary<string, string>? environment, params string[] arguments) =>
        StartAsync(new ProcessStartInfo("dotnet", [assembly, .. arguments]), currentDirectory, environment);

    /// <summary>With files that cannot grow beyond so many blocks of 512 bytes: a disk that is full soon.</summary>
    public static Task<RegistryProcess> StartLimitedAsync(
        int blocks, string currentDirectory, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        // Too large a file is an error here and no signal, as a full disk is; and the runtime keeps its code in a file of its own unless it is told not to.
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"trap '' XFSZ; ulimit -S -f {blocks}; exec dotnet \"$0\" \"$@\"", typeof(Program).Assembly.Location, .. arguments]);
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return StartAsync(start, currentDirectory, environment);
    }

    /// <summary>Waits for a line that contains a text; lines come in order, so all before it are there then.</summary>
    public async Task WaitForLineAsync(string part)
    {
        while (!_lines.Any(line => line.Contains(part, StringComparison.Ordinal)))
        {
            await _lineCame.WaitAsync();
        }
    }

    /// <summary>Ends the process without a chance to tidy up, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Tells the process to end, as an orchestrator does.</summary>
    public void SendSigterm()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <returns>The exit code of the process, once it has ended by itself.</returns>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Tells the process to end and waits until it has.</summary>
    public Task<int> TerminateAsync()
    {
        SendSigterm();
        return ExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        _lineCame.Dispose();
        Registry?.Http.Dispose();
    }

    // Its last lines may come after its end: they say why.
    private async Task TellItsEndAsync()
    {
        if (!_address.Task.IsCompleted)
        {
            await _process.WaitForExitAsync();
            _address.TrySetException(new InvalidOperationException("The server ended: " + string.Join('\n', _lines)));
        }
    }

    private static async Task<RegistryProcess> StartAsync(ProcessStartInfo start, string currentDirectory, IReadOnlyDictionary<string, string>? environment)
    {
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (currentDirectory, true, true);

        // The test run's own settings are not those of a user.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var server = new RegistryProcess(start);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        server.Address = new Uri(await server._address.Task);
        server.Registry = new RegistryClient(new HttpClient { BaseAddress = server.Address });
        return server;
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        _lineCame.Release();
        if (line.Contains("Now listening on", StringComparison.Ordinal))
        {
            _address.TrySetResult(JsonElement.Parse(line).GetProperty("fields").GetProperty("address").GetString()!);
        }
    }
}
