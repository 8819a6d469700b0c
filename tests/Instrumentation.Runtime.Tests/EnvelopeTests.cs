using System.Diagnostics;
using System.Threading.Channels;
using Instrumentation.Runtime.Tests.Infrastructure;
using Instrumentation.TestTools;

namespace Instrumentation.Runtime.Tests;

/// <summary>What goes with an item from the producer's flow into the consumer's.</summary>
public sealed class EnvelopeTests
{
    private readonly Channel<Envelope<string>> _channel = Channel.CreateUnbounded<Envelope<string>>();

    [Fact]
    public async Task Consumer_InItsOwnFlow_HasTheProducersIdSpanAndBaggage()
    {
        var consumer = ConsumeAsync();
        using var producer = new Activity("produce").AddBaggage("tenant", "one").Start();
        using var spans = new SpanListener(producer.TraceId);
        producer.TraceStateString = "vendor=1";
        CorrelationContext.Id = "mine";

        await _channel.Writer.WriteAsync(Envelope.Wrap("item"));
        var seen = await consumer;

        Assert.Equal(("item", "mine", "one"), (seen.Item, seen.Id, seen.Tenant));
        var span = spans.Single;
        Assert.Equal(("consume", ActivityKind.Consumer, producer.SpanId, "vendor=1"), (span.OperationName, span.Kind, span.ParentSpanId, span.TraceStateString));
        Assert.Equal("mine", span.GetTagItem("correlation_id"));
    }

    [Fact]
    public async Task Consumer_WithASpanOfItsOwn_IsLinkedToIt()
    {
        using var producer = new Activity("produce").Start();
        using var spans = new SpanListener(producer.TraceId);
        var envelope = Envelope.Wrap("item");
        producer.Stop();

        using var batch = new Activity("batch").SetIdFormat(ActivityIdFormat.W3C).SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom()).Start();
        using (envelope.Open("consume"))
        {
            await Task.Yield();
            Assert.Equal(producer.TraceId, Activity.Current!.TraceId);
        }

        Assert.Same(batch, Activity.Current);
        Assert.Equal(batch.SpanId, Assert.Single(spans.Single.Links).Context.SpanId);
    }

    [Fact]
    public async Task Trace_ThatNobodyListensTo_GoesOn()
    {
        var consumer = ConsumeAsync();
        using var producer = new Activity("produce").Start();
        producer.TraceStateString = "vendor=1";

        await _channel.Writer.WriteAsync(Envelope.Wrap("item"));

        var span = (await consumer).Span!;
        Assert.Equal((producer.TraceId, producer.SpanId, "vendor=1", false), (span.TraceId, span.ParentSpanId, span.TraceStateString, span.IsAllDataRequested));
    }

    [Fact]
    public async Task Producer_WithoutContext_GivesNone_AndTheConsumerKeepsItsOwnAfterwards()
    {
        await Task.Run(async () =>
        {
            Activity.Current = null;
            CorrelationContext.Id = null;
            var envelope = Envelope.Wrap("item");
            CorrelationContext.Id = "consumer";
            using (envelope.Open("consume"))
            {
                await Task.Yield();
                Assert.Null(CorrelationContext.Id);
                Assert.Null(Activity.Current);
            }

            Assert.Equal("consumer", CorrelationContext.Id);
        });
    }

    [Fact]
    public void Default_Opened_IsAnEmptyContext()
    {
        using var scope = default(Envelope<int>).Open("consume");
        Assert.Null(CorrelationContext.Id);
    }

    [Fact]
    public void Failure_IsOnTheSpanByTypeOnly()
    {
        using var producer = new Activity("produce").Start();
        using var spans = new SpanListener(producer.TraceId);

        using (var scope = Envelope.Wrap("item").Open("consume"))
        {
            scope.Fail(new InvalidOperationException("secret"));
        }

        Assert.Equal((ActivityStatusCode.Error, null), (spans.Single.Status, spans.Single.StatusDescription));
        Assert.Equal("System.InvalidOperationException", spans.Single.GetTagItem("error.type"));
    }

    [Fact]
    public void Baggage_NamedTwice_IsTheNewest()
    {
        using var producer = new Activity("produce").AddBaggage("tenant", "old").AddBaggage("tenant", "new").Start();

        Assert.Equal([new("tenant", "new")], FlowContext.Capture().Baggage);
    }

    [Theory]
    [InlineData("a\r\nx-admin: 1")]
    [InlineData("")]
    public void CorrelationId_FromOutside_ThatIsNotWellFormed_IsLeftOut(string id) =>
        Assert.Null(new FlowContext(id, default).CorrelationId);

    [ReleaseFact]
    public void Wrap_WithoutBaggage_AllocatesNothing()
    {
        // Each measurement runs on a thread of its own, which takes this flow's context along.
        using var producer = new Activity("produce").Start();
        CorrelationContext.Id = "mine";

        Assert.Equal(0, Allocated.ByCalls(static () => GC.KeepAlive(Envelope.Wrap(1).Context.CorrelationId)));
    }

    private async Task<(string Item, string? Id, string? Tenant, Activity? Span)> ConsumeAsync()
    {
        var envelope = await _channel.Reader.ReadAsync();
        using var scope = envelope.Open("consume");
        await Task.Yield();
        return (envelope.Item, CorrelationContext.Id, Activity.Current?.GetBaggageItem("tenant"), Activity.Current);
    }
}
