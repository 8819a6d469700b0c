using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests;

public sealed class SubjectNameTests(RegistryServer server) : IClassFixture<RegistryServer>
{
    private readonly RegistryClient _registry = server.Registry;

    [Theory]
    [InlineData("a%2Fb%20c+d", "a/b c+d")]
    [InlineData("a%2fb", "a/b")]
    [InlineData("a%252Fb", "a%2Fb")]
    [InlineData("%C3%BC%F0%9F%98%80", "ü😀")]
    [InlineData("x:y;z=1&2,@!$'()*~", "x:y;z=1&2,@!$'()*~")]
    [InlineData("%3Fquery%23fragment", "?query#fragment")]
    [InlineData("..a", "..a")]
    [InlineData("a%2F..%2Fb", "a/../b")]
    [InlineData("%27%3B%20DROP%20TABLE%20subjects%3B--", "'; DROP TABLE subjects;--")]
    public async Task Subject_Encoded_IsDecodedOnce(string encoded, string subject)
    {
        var registered = await RawHttp.SendAsync(_registry.Http.BaseAddress!, "PUT", $"/config/{encoded}", Body("""{"compatibility":"NONE"}"""));
        Assert.StartsWith("HTTP/1.1 200", registered, StringComparison.Ordinal);

        (await _registry.RegisterAsync(subject, "\"string\"")).Ok();

        var raw = await RawHttp.SendAsync(_registry.Http.BaseAddress!, "GET", $"/subjects/{encoded}/versions/1");
        Assert.StartsWith("HTTP/1.1 200", raw, StringComparison.Ordinal);
        var listed = (await _registry.GetAsync("/subjects")).Ok().EnumerateArray().Select(static item => item.GetString());
        Assert.Contains(subject, listed);
    }

    [Theory]
    [InlineData("a%0Ab")]
    [InlineData("a%7Fb")]
    [InlineData("a%C2%85b")]
    [InlineData("a%FFb")]
    [InlineData("a%C0%AFb")]
    [InlineData("a%zzb")]
    [InlineData("a%2")]
    [InlineData("__GLOBAL")]
    [InlineData("__EMPTY")]
    public async Task Subject_NotValid_IsRefused(string encoded)
    {
        var raw = await RawHttp.SendAsync(_registry.Http.BaseAddress!, "GET", $"/subjects/{encoded}/versions");

        Assert.StartsWith("HTTP/1.1 422", raw, StringComparison.Ordinal);
        Assert.Contains("\"error_code\":42208,\"message\":\"The specified subject '", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subject_Nul_IsRefusedByTheServer() =>
        Assert.StartsWith("HTTP/1.1 400", await RawHttp.SendAsync(_registry.Http.BaseAddress!, "GET", "/subjects/a%00b/versions"), StringComparison.Ordinal);

    [Fact]
    public async Task Subject_UpToTheLimit_IsTaken()
    {
        (await _registry.RegisterAsync(new string('ü', 1024), "\"string\"")).Ok();

        Assert.Equal(42208, (await _registry.RegisterAsync(new string('x', 1025), "\"string\"")).ErrorCode);
    }

    [Theory]
    [InlineData("/config/../subjects/path-trick/versions")]
    [InlineData("/x/%2e%2e/subjects/path-trick/versions")]
    [InlineData("/./subjects/path-trick/versions")]
    public async Task Path_WithDotSegments_NeverMeansAnotherSubject(string target)
    {
        (await _registry.RegisterAsync("path-trick", "\"string\"")).Ok();

        var raw = await RawHttp.SendAsync(_registry.Http.BaseAddress!, "GET", target);

        Assert.StartsWith("HTTP/1.1 400", raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/subjects/../../etc/passwd")]
    [InlineData("/subjects/%2e%2e/%2e%2e/etc/passwd")]
    public async Task Path_LeadingOut_IsNotFound(string target) =>
        Assert.StartsWith("HTTP/1.1 404", await RawHttp.SendAsync(_registry.Http.BaseAddress!, "GET", target), StringComparison.Ordinal);

    [Fact]
    public async Task Target_InAbsoluteForm_IsUnderstood()
    {
        (await _registry.RegisterAsync("absolute form", "\"string\"")).Ok();

        var raw = await RawHttp.SendAsync(_registry.Http.BaseAddress!, "GET", $"{_registry.Http.BaseAddress}subjects/absolute%20form/versions?x=/y");

        Assert.EndsWith("[1]", raw.TrimEnd(), StringComparison.Ordinal);
    }

    private static string Body(string json) => $"Content-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}";
}
