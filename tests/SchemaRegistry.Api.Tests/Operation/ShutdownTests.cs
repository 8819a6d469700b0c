using System.Net.Sockets;
using System.Text;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Operation;

/// <summary>The real process, told to end as an orchestrator does it.</summary>
public sealed class ShutdownTests
{
    [Fact]
    public async Task Readiness_AfterSigterm_IsFalseWhileRequestsAreStillTaken()
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string> { ["Registry__ShutdownDelay"] = "00:01:00" };
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment, "--urls", "http://127.0.0.1:0");
        Assert.Equal("ready", (await server.Registry.GetAsync("/health/ready")).Text);

        server.SendSigterm();
        await server.WaitForLineAsync("Told to end");

        Assert.Equal((503, "not ready"), Pair(await server.Registry.GetAsync("/health/ready")));
        Assert.Equal(503, (int)(await server.Registry.GetAsync("/ready")).Status);
        Assert.Equal((200, "alive"), Pair(await server.Registry.GetAsync("/health/live")));
        (await server.Registry.RegisterAsync("late", "\"string\"")).Ok();
    }

    [Fact]
    public async Task Request_UnderWayAtSigterm_IsAnsweredAfterTheServerTakesNoMore()
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string> { ["Registry__ShutdownDelay"] = "00:00:00" };
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment, "--urls", "http://127.0.0.1:0");
        using var socket = new TcpClient();
        await using var stream = await BeginUploadAsync(socket, server);

        server.SendSigterm();
        await Deadline.PollAsync(
            async _ =>
            {
                // White space keeps the upload going, as a slow client would.
                await SendAsync(stream, $"200\r\n{new string(' ', 0x200)}\r\n");
                return await IsRefusedAsync(server.Address) ? "refused" : null;
            },
            static () => "The server still takes connections.");
        var body = RegistryClient.Body("\"string\"");
        await SendAsync(stream, $"{body.Length:x}\r\n{body}\r\n0\r\n\r\n");

        using var reader = new StreamReader(stream, Encoding.UTF8);
        Assert.Equal("HTTP/1.1 200 OK", await reader.ReadLineAsync());
        Assert.Equal(0, await server.ExitAsync());
        await using var again = await RegistryProcess.StartAsync(folder.Path, environment, "--urls", "http://127.0.0.1:0");
        Assert.Equal("[1]", (await again.Registry.GetAsync("/subjects/slow/versions")).Text);
    }

    [Fact]
    public async Task Request_ThatDoesNotEnd_IsCutOffWhenItsTimeIsOver_AndWritesNothing()
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string> { ["Registry__ShutdownDelay"] = "00:00:00", ["Registry__ShutdownTimeout"] = "00:00:01" };
        await using (var server = await RegistryProcess.StartAsync(folder.Path, environment, "--urls", "http://127.0.0.1:0"))
        {
            using var socket = new TcpClient();
            await using var stream = await BeginUploadAsync(socket, server);

            // The rest of the body never comes.
            server.SendSigterm();

            Assert.Equal(0, await server.ExitAsync());
            await server.WaitForLineAsync("requests under way have 1 s after that");
        }

        await using var again = await RegistryProcess.StartAsync(folder.Path, environment, "--urls", "http://127.0.0.1:0");
        Assert.Equal("[]", (await again.Registry.GetAsync("/subjects")).Text);
    }

    // A registration without its body, which the server has begun to answer.
    private static async Task<NetworkStream> BeginUploadAsync(TcpClient socket, RegistryProcess server)
    {
        await socket.ConnectAsync(server.Address.Host, server.Address.Port);
        var stream = socket.GetStream();
        await SendAsync(stream, $"POST /subjects/slow/versions HTTP/1.1\r\nHost: {server.Address.Authority}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        await Deadline.PollAsync(
            async _ => (await Scrape.FamiliesAsync(server.Registry))["schema_registry_http_requests_in_flight"].Total(("path", "/subjects/{subject}/versions")) > 0 ? "in flight" : null,
            static () => "The request did not arrive.");
        return stream;
    }

    private static (int Status, string Text) Pair(RegistryAnswer answer) => ((int)answer.Status, answer.Text);

    private static async Task SendAsync(NetworkStream stream, string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text));

    private static async Task<bool> IsRefusedAsync(Uri server)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(server.Host, server.Port);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
