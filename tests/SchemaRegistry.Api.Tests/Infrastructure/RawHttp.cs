using System.Net.Sockets;
using System.Text;

namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>Sends bytes that no HTTP client would.</summary>
internal static class RawHttp
{
    /// <summary>Sends a request line with the given target and returns all that comes back until the server closes.</summary>
    /// <remarks>Headers may be followed by an empty line and a body.</remarks>
    public static async Task<string> SendAsync(Uri server, string method, string target, string headers = "")
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Host, server.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{method} {target} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n{headers}{(headers.Contains("\r\n\r\n", StringComparison.Ordinal) ? "" : "\r\n")}"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
