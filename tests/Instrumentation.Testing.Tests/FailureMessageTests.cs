namespace Instrumentation.Testing.Tests;

/// <summary>A failed assertion says what was expected and what there was instead.</summary>
public sealed class FailureMessageTests
{
    private readonly Orders _orders = new();

    [Fact]
    public void OtherTags_AreShown()
    {
        using var capture = TelemetryCapture.Start();
        _orders.Add(Orders.Format.Json, "1");

        Assert.Equal(
            "Expected orders_total{format=\"avro\"} to be recorded once, but it was never. Recorded:\n  orders_total{format=\"json\"} 1",
            Message(() => capture.Counter("orders_total").RecordedOnce(("format", "avro"))));
    }

    [Fact]
    public void MisspeltName_ShowsAllThatWasRecorded()
    {
        using var capture = TelemetryCapture.Start();
        _orders.Add(Orders.Format.Json, "1");

        var message = Message(() => capture.Counter("order_total").RecordedOnce());

        Assert.StartsWith("Expected order_total to be recorded once, but it was never. Nothing was recorded under this name. Recorded:\n  ", message, StringComparison.Ordinal);
        Assert.Contains("\n  orders_total{format=\"json\"} 1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_Recorded_IsSaid()
    {
        using var capture = TelemetryCapture.Start();
        Assert.EndsWith("Recorded: nothing", Message(() => capture.Counter("orders_total").Recorded(2)), StringComparison.Ordinal);
    }

    [Fact]
    public void Total_ShowsBothSums()
    {
        using var capture = TelemetryCapture.Start();
        _orders.Add(Orders.Format.Json, "1");
        Assert.StartsWith("Expected orders_total to come to 2, but it came to 1.", Message(() => capture.Counter("orders_total").RecordedTotal(2)), StringComparison.Ordinal);
    }

    [Fact]
    public void Span_WithOtherTags_IsShown()
    {
        using var capture = TelemetryCapture.Start();
        Assert.Throws<ArgumentException>(() => _orders.Add(Orders.Format.Json, ""));

        Assert.Equal(
            "Expected 1 stopped spans 'Orders.Add'{id=\"1\"}, found 0. Stopped:\n  Orders.Add{format=\"json\",id=\"\",error.type=\"System.ArgumentException\"} Error",
            Message(() => capture.Span("Orders.Add").StoppedOnce(("id", "1"))));
    }

    private static string Message(Action assertion) => Assert.Throws<TelemetryAssertionException>(assertion).Message;
}
