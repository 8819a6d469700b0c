using System.Diagnostics;
using System.Net;

namespace Instrumentation.Runtime.Tests;

/// <summary>What a client sends on.</summary>
public sealed class CorrelationHandlerTests
{
    [Fact]
    public async Task Request_InAFlowWithIdAndSpan_CarriesBoth()
    {
        CorrelationContext.Id = "mine";
        using var span = new Activity("caller").AddBaggage("tenant", "one").Start();

        var headers = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "http://localhost/"));

        Assert.Equal("mine", headers["x-correlation-id"]);
        Assert.Equal(span.Id, headers["traceparent"]);
        Assert.Contains("tenant", headers["baggage"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Header_ThatTheCallerHasSet_Stays()
    {
        CorrelationContext.Id = "mine";
        using var span = new Activity("caller").Start();
        var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        request.Headers.Add("x-correlation-id", "theirs");
        request.Headers.Add("traceparent", "00-12345678901234567890123456789012-1234567890123456-00");

        var headers = await SendAsync(request);

        Assert.Equal("theirs", headers["x-correlation-id"]);
        Assert.StartsWith("00-1234567890", headers["traceparent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_OutsideAnyFlow_IsUnchanged()
    {
        CorrelationContext.Id = null;
        Activity.Current = null;
        Assert.Empty(await SendAsync(new HttpRequestMessage(HttpMethod.Get, "http://localhost/")));
    }

    [Fact]
    public async Task Request_OverTheFrameworksHandler_IsLeftToIt()
    {
        // The framework's handler writes the id of its own span; the caller's span would hide it.
        using var span = new Activity("caller").Start();
        using var client = new HttpClient(new CorrelationHandler { InnerHandler = new SocketsHttpHandler { ConnectCallback = static (_, _) => throw new IOException("No network.") } });
        var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        var started = string.Empty;
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.SpanId == span.SpanId ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStarted = activity => started = activity.ParentSpanId == span.SpanId ? activity.Id : started,
        };
        ActivitySource.AddActivityListener(listener);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(request));

        Assert.NotEqual(string.Empty, started);
        Assert.Equal(started, Assert.Single(request.Headers.GetValues("traceparent")));
    }

    private static async Task<Dictionary<string, string>> SendAsync(HttpRequestMessage request)
    {
        using var client = new HttpClient(new CorrelationHandler { InnerHandler = new Answering() });
        using var response = await client.SendAsync(request);
        return request.Headers.ToDictionary(static header => header.Key, static header => header.Value.Single(), StringComparer.Ordinal);
    }

    private sealed class Answering : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
    }
}
