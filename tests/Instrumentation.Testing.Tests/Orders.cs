namespace Instrumentation.Testing.Tests;

/// <summary>Instrumented code as a user has it.</summary>
internal sealed class Orders
{
    public enum Format
    {
        Avro,
        Json,
    }

    [Instrumented("orders_duration_seconds")]
    [MetricCounter("orders_total", When = Outcomes.Success)]
    public int Add([Tag] Format format, [SpanTag] string id) => id.Length > 0 ? (int)format : throw new ArgumentException("An order has an id.", nameof(id));

    [MetricCounter("orders_shipped_total")]
    [Instrumented("orders_shipped_seconds")]
    public Task ShipAsync([Tag(MaxValues = 1)] string country, Task carrier) => string.IsNullOrEmpty(country) ? Task.CompletedTask : carrier;

    [MetricCounter("orders_weighed_total")]
    public async ValueTask WeighAsync(ValueTask scales) => await scales;

    [MetricCounter("orders_counted_total")]
    public int Count([Tag] Format format) => (int)format;
}
