using System.Diagnostics;
using Instrumentation.TestTools;

namespace Instrumentation.Testing.Tests;

public sealed class TelemetryCaptureTests
{
    private readonly Orders _orders = new();

    [Fact]
    public void Call_IsCapturedOnceWithItsTagsAndSpan()
    {
        using var capture = TelemetryCapture.Start();

        _orders.Add(Orders.Format.Json, "17");

        capture.Counter("orders_total").RecordedOnce(("format", "json"));
        capture.Counter("orders_total").RecordedNothing(("format", "avro"));
        capture.Histogram("orders_duration_seconds").RecordedOnce(("outcome", "success"));
        capture.Span("Orders.Add").StoppedOnce(("id", "17"), ("format", "json"));
        capture.RecordedNothingBut("orders_*");
        capture.RecordedNoOther();
    }

    [Fact]
    public void Duration_OfSpanAndHistogram_IsOneReading()
    {
        using var capture = TelemetryCapture.Start();

        _orders.Add(Orders.Format.Json, "17");

        var seconds = Assert.Single(capture.Histogram("orders_duration_seconds").Values());
        Assert.InRange(seconds - capture.Span("Orders.Add").StoppedOnce().Duration.TotalSeconds, 0, 1e-7 + 1e-12);
    }

    [Fact]
    public async Task Captures_InParallel_SeeTheirOwnCallsOnly()
    {
        await Task.WhenAll(Enumerable.Range(1, 8).Select(count => Task.Run(async () =>
        {
            using var capture = TelemetryCapture.Start();
            for (var i = 0; i < count; i++)
            {
                _orders.Add(Orders.Format.Avro, $"{count}");
                await Task.Yield();
            }

            capture.Counter("orders_total").RecordedTotal(count);
            capture.Span("Orders.Add").Stopped(count, ("id", $"{count}"));
            Assert.Equal(count, capture.Spans.Count);
        })));
    }

    [Fact]
    public async Task Call_CompletedByAnotherFlow_BelongsToItsCaller()
    {
        var carrier = new TaskCompletionSource();
        var scales = new TaskCompletionSource();
        using var capture = TelemetryCapture.Start();
        var shipped = _orders.ShipAsync("de", carrier.Task);
        var weighed = _orders.WeighAsync(new ValueTask(scales.Task));

        TelemetryCapture? other = null;
        var thread = new Thread(() =>
        {
            other = TelemetryCapture.Start();
            carrier.SetResult();
            scales.SetResult();
            other.Dispose();
        });
        thread.UnsafeStart(); // Without this flow's context.
        thread.Join();

        await shipped;
        await weighed;

        capture.Counter("orders_shipped_total").RecordedOnce(("country", "de"));
        capture.Counter("orders_weighed_total").RecordedOnce();
        capture.Span("Orders.ShipAsync").StoppedOnce();
        Assert.Empty(other!.Recordings);
        Assert.Empty(other.Spans);
    }

    [Fact]
    public void Nested_InnerAndOuter_BothSeeTheInnerCall()
    {
        using var outer = TelemetryCapture.Start();
        using (var inner = TelemetryCapture.Start())
        {
            _orders.Add(Orders.Format.Avro, "1");
            inner.Counter("orders_total").RecordedOnce();
            inner.Span("Orders.Add").StoppedOnce();
        }

        _orders.Add(Orders.Format.Avro, "2");
        outer.Counter("orders_total").Recorded(2);
        outer.Span("Orders.Add").Stopped(2);
    }

    [Fact]
    public void Disposed_SeesNothingMore()
    {
        var capture = TelemetryCapture.Start();
        capture.Dispose();
        capture.Dispose();

        _orders.Add(Orders.Format.Avro, "1");

        Assert.Empty(capture.Recordings);
        Assert.Empty(capture.Spans);
    }

    [Fact]
    public async Task BoundedTag_PastItsBound_IsOther()
    {
        using var capture = TelemetryCapture.Start();
        await _orders.ShipAsync("de", Task.CompletedTask);
        await _orders.ShipAsync("fr", Task.CompletedTask);

        var failure = Assert.Throws<TelemetryAssertionException>(capture.RecordedNoOther);
        Assert.Contains("orders_shipped_total{country=\"other\"} 1", failure.Message, StringComparison.Ordinal);
        Assert.Throws<TelemetryAssertionException>(() => capture.RecordedNothingBut("orders_total"));
    }

    [Fact]
    public void Sources_Named_AreTheOnlyOnes()
    {
        using var source = new ActivitySource("TelemetryCaptureTests.other");
        using var capture = TelemetryCapture.Start("TelemetryCaptureTests.other");

        _orders.Add(Orders.Format.Avro, "1");
        source.StartActivity("mine")?.Dispose();

        Assert.Equal("mine", Assert.Single(capture.Spans).OperationName);
    }

    [ReleaseFact]
    [Trait("Telemetry", "Exact")]
    public void Call_WithoutACapture_AllocatesNothing()
    {
        using (TelemetryCapture.Start())
        {
            _orders.Add(Orders.Format.Avro, "1");
        }

        Assert.Equal(0, Allocated.ByCalls(() => _orders.Count(Orders.Format.Avro)));
    }
}
