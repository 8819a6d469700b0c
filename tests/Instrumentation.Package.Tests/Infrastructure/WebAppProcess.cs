using System.Diagnostics;

namespace Instrumentation.Package.Tests.Infrastructure;

/// <summary>A running web application of a user.</summary>
internal sealed class WebAppProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WebAppProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The web application ended."));
    }

    public HttpClient Http { get; } = new();

    public static async Task<WebAppProcess> StartAsync(ProcessStartInfo start)
    {
        var app = new WebAppProcess(start);
        app._process.Start();
        app._process.BeginOutputReadLine();
        app._process.BeginErrorReadLine();
        app.Http.BaseAddress = await app._address.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Http.Dispose();
    }

    // The line is JSON: the address ends at the quote.
    private void Take(string? line)
    {
        if (line?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
        {
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..].Split('"')[0]));
        }
    }
}
