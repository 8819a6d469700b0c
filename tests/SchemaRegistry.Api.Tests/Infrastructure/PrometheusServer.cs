using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>A real Prometheus that scrapes one target every second.</summary>
internal sealed class PrometheusServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _log = new();
    private readonly HttpClient _http;
    private readonly Process _process;

    public PrometheusServer(Uri target)
    {
        var config = Path.Combine(_folder.Path, "prometheus.yml");
        File.WriteAllText(config, $$"""
            global: { scrape_interval: 1s, scrape_timeout: 1s }
            scrape_configs:
              - job_name: registry
                static_configs: [{ targets: ["{{target.Authority}}"] }]
            """);
        var address = $"127.0.0.1:{FreePort()}";
        _process = Tool.Start("prometheus", "--enable-feature=exemplar-storage", $"--config.file={config}", $"--storage.tsdb.path={Path.Combine(_folder.Path, "data")}", $"--web.listen-address={address}");
        _process.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _http = new HttpClient { BaseAddress = new Uri($"http://{address}") };
    }

    /// <summary>The answer of a query once it satisfies the test: label set to value.</summary>
    public Task<IReadOnlyDictionary<string, double>> QueryUntilAsync(string promQl, Func<IReadOnlyDictionary<string, double>, bool> satisfied) => AskUntilAsync("query", promQl, Values, satisfied);

    /// <summary>The trace ids of a metric's exemplars once there are some.</summary>
    public Task<IReadOnlyList<string>> TracesAsync(string metric) => AskUntilAsync("query_exemplars", metric, Traces, static traces => traces.Count > 0);

    /// <summary>What Prometheus says of its target.</summary>
    public async Task<JsonElement> TargetAsync() =>
        Assert.Single(JsonElement.Parse(await _http.GetStringAsync("/api/v1/targets")).GetProperty("data").GetProperty("activeTargets").EnumerateArray());

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private Task<T> AskUntilAsync<T>(string endpoint, string promQl, Func<JsonElement, T> read, Func<T, bool> satisfied)
        where T : class
    {
        var last = "no answer";
        return Deadline.PollAsync<T>(
            async cancellation =>
            {
                Assert.False(_process.HasExited, string.Join('\n', _log));
                try
                {
                    last = await _http.GetStringAsync($"/api/v1/{endpoint}?query={Uri.EscapeDataString(promQl)}", cancellation);
                }
                catch (HttpRequestException starting)
                {
                    last = starting.Message;
                    return null;
                }

                var answer = read(JsonElement.Parse(last));
                return satisfied(answer) ? answer : null;
            },
            () => $"{promQl} was answered last with: {last}\n{string.Join('\n', _log)}");
    }

    private static IReadOnlyList<string> Traces(JsonElement answer) =>
    [
        .. answer.GetProperty("data").EnumerateArray()
            .SelectMany(static series => series.GetProperty("exemplars").EnumerateArray())
            .Select(static exemplar => exemplar.GetProperty("labels").GetProperty("trace_id").GetString()!),
    ];

    private static IReadOnlyDictionary<string, double> Values(JsonElement answer) => answer.GetProperty("data").GetProperty("result").EnumerateArray().ToDictionary(
        static series => string.Join(",", series.GetProperty("metric").EnumerateObject().Where(static label => label.Name is not ("instance" or "job")).Select(static label => label.Value.GetString())),
        static series => double.Parse(series.GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture),
        StringComparer.Ordinal);

    // Prometheus cannot be asked which port it took, so one is chosen here.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
