using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>A page in headless Chromium, of the size of a phone or a desk, driven by the browser's own protocol.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private readonly TemporaryFolder _profile = new();
    private readonly ClientWebSocket _socket = new();
    private readonly List<string> _requests = [];
    private readonly List<string> _complaints = [];
    private Process _browser = null!;
    private int _lastId;

    /// <summary>Every address that the page has asked for.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>What the browser's console complains of: errors of scripts, refused by the policy, not found.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<BrowserPage> OpenAsync(int width, int height, bool dark = false)
    {
        var page = new BrowserPage();
        page._browser = Tool.Start("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-port=0", $"--user-data-dir={page._profile.Path}", "about:blank");
        _ = page._browser.StandardError.ReadToEndAsync();
        _ = page._browser.StandardOutput.ReadToEndAsync();
        var port = await Deadline.PollAsync(async cancellation => await page.PortAsync(cancellation), static () => "Chromium did not open its port.");
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var targets = JsonNode.Parse(await http.GetStringAsync("/json"))!.AsArray();
        await page._socket.ConnectAsync(new Uri(targets.First(static target => target!["type"]!.GetValue<string>() == "page")!["webSocketDebuggerUrl"]!.GetValue<string>()), CancellationToken.None);
        await page.SendAsync("Page.enable");
        await page.SendAsync("Network.enable");
        await page.SendAsync("Log.enable");
        await page.SendAsync("Runtime.enable");
        await page.SendAsync("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 });
        await page.SendAsync("Emulation.setEmulatedMedia", new JsonObject { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }) });
        return page;
    }

    public Task GoAsync(Uri address) => SendAsync("Page.navigate", new JsonObject { ["url"] = address.AbsoluteUri });

    /// <summary>What a script expression is, as text.</summary>
    public async Task<string> AskAsync(string expression)
    {
        var answer = await SendAsync("Runtime.evaluate", new JsonObject { ["expression"] = $"String({expression})", ["awaitPromise"] = true });
        return answer["result"]!["value"]?.GetValue<string>() ?? throw new InvalidOperationException(answer.ToJsonString());
    }

    /// <summary>Waits until a script expression is true.</summary>
    public async Task UntilAsync(string expression)
    {
        var text = string.Empty;
        await Deadline.PollAsync(
            async _ =>
            {
                // While a page comes, there may be no body, or not yet what the expression asks.
                text = await AskAsync("document.body?.innerText ?? ''");
                return await AskAsync($"(() => {{ try {{ return {expression}; }} catch {{ return false; }} }})()") == "true" ? expression : null;
            },
            () => $"{expression} did not come true. The page says: {text}\n{string.Join('\n', _complaints)}");
    }

    /// <summary>Waits until the page shows a text.</summary>
    public Task UntilShownAsync(string text) => UntilAsync($"document.body.innerText.includes({JsonSerializer.Serialize(text)})");

    /// <summary>Presses a key on what has the focus.</summary>
    public async Task PressAsync(string key, int code)
    {
        foreach (var kind in (string[])["keyDown", "keyUp"])
        {
            await SendAsync("Input.dispatchKeyEvent", new JsonObject
            {
                ["type"] = kind, ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code, ["text"] = kind == "keyDown" && key == "Enter" ? "\r" : string.Empty,
            });
        }
    }

    /// <summary>The page as a picture.</summary>
    public async Task<byte[]> PictureAsync() => Convert.FromBase64String((await SendAsync("Page.captureScreenshot", new JsonObject { ["format"] = "png" }))["data"]!.GetValue<string>());

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _browser.Kill(entireProcessTree: true);
        await _browser.WaitForExitAsync();
        _browser.Dispose();
        _profile.Dispose();
    }

    private async Task<string?> PortAsync(CancellationToken cancellation)
    {
        var file = Path.Combine(_profile.Path, "DevToolsActivePort");
        var lines = File.Exists(file) ? await File.ReadAllLinesAsync(file, cancellation) : [];
        return lines is [var port, _, ..] && int.TryParse(port, CultureInfo.InvariantCulture, out _) ? port : null;
    }

    // One command at a time; what happens meanwhile is noted on the way to its answer.
    private async Task<JsonNode> SendAsync(string method, JsonObject? parameters = null)
    {
        var id = ++_lastId;
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        await _socket.SendAsync(Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        while (true)
        {
            var message = await ReceiveAsync();
            if (message["id"]?.GetValue<int>() == id)
            {
                return message["result"] ?? throw new InvalidOperationException($"{method}: {message.ToJsonString()}");
            }

            Note(message["method"]?.GetValue<string>(), message["params"]);
        }
    }

    private void Note(string? method, JsonNode? parameters)
    {
        switch (method)
        {
            case "Network.requestWillBeSent":
                _requests.Add(parameters!["request"]!["url"]!.GetValue<string>());
                break;
            case "Log.entryAdded" when parameters!["entry"]!["level"]!.GetValue<string>() is "error" or "warning":
                _complaints.Add($"{parameters["entry"]!["text"]} {parameters["entry"]!["url"]}");
                break;
            case "Runtime.exceptionThrown":
                _complaints.Add(parameters!.ToJsonString());
                break;
        }
    }

    private async Task<JsonNode> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(message.ToArray())!;
    }
}
