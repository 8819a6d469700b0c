using System.Diagnostics;
using Instrumentation.OpenTelemetry.Propagation;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Instrumentation.OpenTelemetry.Tests;

/// <summary>What goes with a message to another process, and with an item to another flow.</summary>
[Collection("OpenTelemetry")]
public sealed class MessageContextTests : IDisposable
{
    private readonly TracerProvider _provider = Sdk.CreateTracerProviderBuilder().AddInstrumentation().Build();

    public void Dispose() => _provider.Dispose();

    [Fact]
    public void Message_SentAndReceived_GoesOnInItsTrace()
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        using var producer = new Activity("produce").AddBaggage("tenant", "one").Start();
        Baggage.SetBaggage("region", "eu");
        using (CorrelationContext.Begin("mine"))
        {
            MessageContext.Inject(headers, static (to, name, value) => to[name] = value);
        }

        producer.Stop();
        Baggage.ClearBaggage();
        using (Extract(headers).Open("consume"))
        {
            Assert.Equal("mine", CorrelationContext.Id);
            Assert.Equal((producer.TraceId, producer.SpanId), (Activity.Current!.TraceId, Activity.Current.ParentSpanId));
            Assert.Equal(("one", "eu"), (Activity.Current.GetBaggageItem("tenant"), Activity.Current.GetBaggageItem("region")));
            Assert.Equal(("one", "eu"), (Baggage.GetBaggage("tenant"), Baggage.GetBaggage("region")));
        }

        Assert.Empty(Baggage.GetBaggage());
    }

    [Theory]
    [InlineData("ff-12345678901234567890123456789012-1234567890123456-01")]
    [InlineData("00-00000000000000000000000000000000-1234567890123456-01")]
    [InlineData("00-12345678901234567890123456789012-1234567890123456-01-more")]
    public void Headers_Invalid_AreNoContext(string parent)
    {
        var context = Extract(new() { ["traceparent"] = parent, ["tracestate"] = "foo=1", ["x-correlation-id"] = "a\r\nb" });
        Assert.Equal((default, null, 0), (context.Parent, context.CorrelationId, context.Baggage.Count));
    }

    [Fact]
    public void CorrelationId_Twice_IsNone() =>
        Assert.Null(MessageContext.Extract(0, static (_, name) => name == "x-correlation-id" ? ["one", "two"] : []).CorrelationId);

    [Fact]
    public async Task Envelope_CarriesTheSdksBaggage()
    {
        Baggage.SetBaggage("tenant", "one");
        var envelope = Envelope.Wrap(1);
        Baggage.ClearBaggage();
        using (envelope.Open("consume"))
        {
            await Task.Yield();
            Assert.Equal("one", Baggage.GetBaggage("tenant"));
        }

        Assert.Null(Baggage.GetBaggage("tenant"));
    }

    private static FlowContext Extract(Dictionary<string, string> headers) =>
        MessageContext.Extract(headers, static (from, name) => from.TryGetValue(name, out var value) ? [value] : []);
}
