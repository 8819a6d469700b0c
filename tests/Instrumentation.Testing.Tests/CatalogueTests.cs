using System.Diagnostics.Metrics;
using Instrumentation.Metrics;

namespace Instrumentation.Testing.Tests;

/// <summary>No series outside the catalogue: what attributes declare, and nothing else.</summary>
public sealed class CatalogueTests
{
    private readonly Orders _orders = new();

    [Fact]
    public void DeclaredSeries_OfEveryKind_AreInside()
    {
        using var capture = TelemetryCapture.Start();

        _orders.Add(Orders.Format.Json, "17");
        _orders.Count(Orders.Format.Avro);
        Assert.Throws<ArgumentException>(() => _orders.Add(Orders.Format.Json, ""));

        Assert.NotEmpty(capture.Recordings);
        capture.RecordedNoSeriesOutsideTheCatalogue();
    }

    [Fact]
    public void Metric_MadeByHand_IsOutside_UnlessExpected()
    {
        using var capture = TelemetryCapture.Start();
        MetricRegistry.Counter("catalogue_stray_total", "", new ClosedTag("kind", "a")).Add(0, 1);

        Assert.Equal(
            "Expected no series outside the catalogue; there were:\n  catalogue_stray_total{kind=\"a\"} 1: no attribute declares this metric",
            Message(capture));
        capture.RecordedNoSeriesOutsideTheCatalogue("catalogue_*");
    }

    [Fact]
    public void Tag_ThatIsNotDeclared_IsOutside()
    {
        using var capture = TelemetryCapture.Start();
        MetricRegistry.Counter("orders_counted_total", "", new ClosedTag("format", "avro"), new ClosedTag("tenant", "me")).Add(0, 1);

        Assert.Contains("orders_counted_total{format=\"avro\",tenant=\"me\"} 1: it is declared with the tags format", Message(capture), StringComparison.Ordinal);
    }

    [Fact]
    public void Value_OutsideItsDeclaredSet_IsOutside()
    {
        using var capture = TelemetryCapture.Start();

        _orders.Count((Orders.Format)99);

        Assert.Contains("orders_counted_total{format=\"other\"} 1: 'other' stands for a value outside", Message(capture), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Telemetry", "Exact")]
    public async Task Meter_OfThisFlowAlone_IsOutside()
    {
        using var meter = new Meter("CatalogueTests");
        using var capture = TelemetryCapture.Start();
        var counter = meter.CreateCounter<int>("catalogue.by.hand");

        using (ExecutionContext.SuppressFlow())
        {
            var other = new Thread(() => counter.Add(1));
            other.Start();
            other.Join();
        }

        capture.RecordedNoSeriesOutsideTheCatalogue();
        await Task.Run(() => counter.Add(2, KeyValuePair.Create("shop", (object?)7)));
        Assert.Contains("catalogue.by.hand{shop=\"7\"} 2: no attribute declares this metric", Message(capture), StringComparison.Ordinal);
        Assert.Empty(capture.Recordings);
    }

    [Fact]
    public void Meter_OfThePlatform_IsNotAskedFor()
    {
        using var meter = new Meter("System.CatalogueTests");
        using var capture = TelemetryCapture.Start();
        meter.CreateHistogram<double>("platform.duration").Record(1);

        capture.RecordedNoSeriesOutsideTheCatalogue();
    }

    private static string Message(TelemetryCapture capture) =>
        Assert.Throws<TelemetryAssertionException>(() => capture.RecordedNoSeriesOutsideTheCatalogue()).Message;
}
