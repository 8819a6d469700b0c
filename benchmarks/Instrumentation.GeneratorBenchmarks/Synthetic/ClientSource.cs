namespace Instrumentation.GeneratorBenchmarks.Synthetic;

/// <summary>Code that rules have to look at twice: a client with queue, timer, metrics, spans, HTTP requests, an enum and ids, all used as they should be.</summary>
internal static class ClientSource
{
    public static string Text(int file) => Template.Replace("Client000", FormattableString.Invariant($"Client{file:000}"), StringComparison.Ordinal);

    private const string Template = """
        using System.Collections.Concurrent;
        using System.Diagnostics;
        using System.Diagnostics.Metrics;
        using System.Net.Http;
        using System.Text;
        using System.Text.Json;
        using System.Text.RegularExpressions;
        using System.Threading.Channels;

        namespace Synthetic.Clients;

        public enum Client000State { Idle, Busy, Failed }

        public sealed record Client000Job(int Priority, string Address, string Body, ActivityContext Parent);

        public sealed class Client000(HttpClient http) : IDisposable
        {
            private static readonly ActivitySource s_source = new("Synthetic.Client000");
            private static readonly Meter s_meter = new("Synthetic.Client000");
            private static readonly Counter<long> s_sent = s_meter.CreateCounter<long>("client.requests", unit: "{request}");
            private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>("client.request.duration", unit: "s");
            private static readonly UpDownCounter<long> s_busy = s_meter.CreateUpDownCounter<long>("client.requests.active", unit: "{request}");
            private static readonly Regex s_host = new("^[a-z0-9.-]+$", RegexOptions.CultureInvariant | RegexOptions.Compiled);

            private readonly Channel<Client000Job> _jobs = Channel.CreateBounded<Client000Job>(100);
            private readonly ConcurrentDictionary<string, (DateTimeOffset Until, string Text)> _cache = new(StringComparer.Ordinal);
            private readonly Lock _gate = new();
            private readonly List<string> _failures = [];
            private Client000State _state;

            public Client000State State => _state;

            public int Failures
            {
                get
                {
                    lock (_gate)
                    {
                        return _failures.Count;
                    }
                }
            }

            public ValueTask EnqueueAsync(int priority, string address, string body, CancellationToken cancellation)
            {
                ArgumentException.ThrowIfNullOrEmpty(address);
                if (!Uri.TryCreate(address, UriKind.Absolute, out var parsed) || !s_host.IsMatch(parsed.Host))
                {
                    throw new ArgumentException($"'{address}' is no address.", nameof(address));
                }

                return _jobs.Writer.WriteAsync(new Client000Job(priority, address, body, Activity.Current?.Context ?? default), cancellation);
            }

            public async Task RunAsync(CancellationToken cancellation)
            {
                await foreach (var job in _jobs.Reader.ReadAllAsync(cancellation))
                {
                    using var span = s_source.StartActivity("send", ActivityKind.Producer, job.Parent);
                    var start = Stopwatch.GetTimestamp();
                    s_busy.Add(1);
                    _state = Client000State.Busy;
                    try
                    {
                        var text = await SendAsync(job, cancellation);
                        _cache[job.Address] = (DateTimeOffset.UtcNow.AddMinutes(5), text);
                        s_sent.Add(1, new KeyValuePair<string, object?>("outcome", "success"));
                        _state = Client000State.Idle;
                    }
                    catch (HttpRequestException error)
                    {
                        span?.AddException(error);
                        span?.SetStatus(ActivityStatusCode.Error);
                        s_sent.Add(1, new KeyValuePair<string, object?>("outcome", "failure"));
                        Note(job, error);
                    }
                    finally
                    {
                        s_busy.Add(-1);
                        s_duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
                    }
                }
            }

            public string? Cached(string address)
            {
                if (!_cache.TryGetValue(address, out var found))
                {
                    return null;
                }

                if (found.Until < DateTimeOffset.UtcNow)
                {
                    _cache.TryRemove(address, out _);
                    return null;
                }

                return found.Text;
            }

            public string Report()
            {
                var text = new StringBuilder();
                lock (_gate)
                {
                    foreach (var group in _failures.GroupBy(static failure => failure.Split(':')[0], StringComparer.Ordinal).OrderByDescending(static group => group.Count()))
                    {
                        text.Append(group.Key).Append(": ").Append(group.Count()).AppendLine();
                    }
                }

                text.Append("state ").Append(Describe(_state)).AppendLine();
                return text.ToString();
            }

            public IReadOnlyDictionary<string, int> Lengths() =>
                _cache.Where(static entry => entry.Value.Until > DateTimeOffset.UtcNow).ToDictionary(static entry => entry.Key, static entry => entry.Value.Text.Length, StringComparer.Ordinal);

            public void Dispose()
            {
                _jobs.Writer.TryComplete();
                http.Dispose();
            }

            private async Task<string> SendAsync(Client000Job job, CancellationToken cancellation)
            {
                using var content = new StringContent(JsonSerializer.Serialize(new { job.Priority, job.Body }), Encoding.UTF8, "application/json");
                using var response = await http.PostAsync(job.Address, content, cancellation).ConfigureAwait(false);
                if ((int)response.StatusCode >= 500)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(10 * Math.Max(1, job.Priority)), cancellation).ConfigureAwait(false);
                }

                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
            }

            private void Note(Client000Job job, Exception error)
            {
                _state = Client000State.Failed;
                lock (_gate)
                {
                    _failures.Add(error.GetType().Name + ": " + job.Address);
                    if (_failures.Count > 100)
                    {
                        _failures.RemoveRange(0, _failures.Count - 100);
                    }
                }
            }

            private static string Describe(Client000State state) => state switch
            {
                Client000State.Idle => "idle",
                Client000State.Busy => "busy",
                _ => "failed",
            };
        }

        """;
}
