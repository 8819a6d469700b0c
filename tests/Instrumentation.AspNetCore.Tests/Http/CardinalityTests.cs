using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Instrumentation.AspNetCore.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;

namespace Instrumentation.AspNetCore.Tests.Http;

/// <summary>Nobody outside can make series.</summary>
public sealed class CardinalityTests
{
    private const int Requests = 100_000;
    private const int Batch = 500;

    [Fact]
    public async Task Series_AfterAnAttack_AreAsManyAsBefore()
    {
        await using var app = await TestApp.StartAsync(static app => app.MapGet("/items/{id}", static (string id) => id.Length), static options => options.Prefix = "attack");

        // What these requests come to is there before: a known and an unknown path and method.
        await SendAsync(app, from: -Batch, to: 0);
        var before = await CountAsync(app.Address.Port);
        await SendAsync(app, from: 0, to: Requests);
        var families = await app.StopAndScrapeAsync();

        Assert.Equal(before, await CountAsync(app.Address.Port));
        Assert.Equal(Requests + Batch, families["attack_http_requests_total"].Total());
    }

    private static async Task SendAsync(TestApp app, int from, int to)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(app.Address.Host, app.Address.Port);
        await using var stream = socket.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        for (var first = from; first < to; first += Batch)
        {
            var requests = new StringBuilder();
            for (var i = first; i < first + Batch; i++)
            {
                var n = Mix(i);
                var method = (i & 3) == 0 ? $"M{n}" : "GET";
                var path = (i & 1) == 0 ? $"/{n}/x" : $"/items/{n}";
                requests.Append(CultureInfo.InvariantCulture, $"{method} {path}?q={n} HTTP/1.1\r\nHost: h{n}.example\r\nUser-Agent: agent{n}\r\nx-correlation-id: {n}\r\nx-request-id: {n}\r\nx-user-id: {n}\r\nX-{n}: {n}\r\n\r\n");
            }

            await stream.WriteAsync(Encoding.Latin1.GetBytes(requests.ToString()));
            for (var answers = 0; answers < Batch;)
            {
                var line = await reader.ReadLineAsync() ?? throw new InvalidOperationException("The server closed the connection.");
                answers += line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) || line.Contains("HTTP/1.1 ", StringComparison.Ordinal) ? 1 : 0;
            }
        }
    }

    // The series that these requests could make: our own, and those of the framework's meters for this server. Other tests of the process make theirs meanwhile.
    private static async Task<int> CountAsync(int port) =>
        (await TestApp.ScrapeAsync()).Values.SelectMany(static family => family.Samples).Count(sample =>
            sample.Name.StartsWith("attack_http", StringComparison.Ordinal)
            || sample.Labels.GetValueOrDefault("server_port") == port.ToString(CultureInfo.InvariantCulture)
            || sample.Labels.Values.Any(static value => value.Contains("agent", StringComparison.Ordinal) || value.Contains(".example", StringComparison.Ordinal)));

    private static uint Mix(int i) => unchecked(((uint)i * 2654435761) ^ 0x5bd1e995);
}
