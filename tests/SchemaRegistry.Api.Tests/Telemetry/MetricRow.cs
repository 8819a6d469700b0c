using Instrumentation.TestTools;

namespace SchemaRegistry.Api.Tests.Telemetry;

/// <summary>A metric and the request that moves it; a request that only shows while it is under way brings the scrape of that moment.</summary>
internal sealed record MetricRow(string Metric, Func<MetricVisit, Task<IReadOnlyDictionary<string, ParsedFamily>?>> Request)
{
    private bool IsPresent { get; init; }

    /// <summary>A metric that is above zero whenever somebody looks.</summary>
    public static MetricRow Present(string metric) => new(metric, static _ => Task.FromResult<IReadOnlyDictionary<string, ParsedFamily>?>(null)) { IsPresent = true };

    public bool IsMoved(double before, double after) => IsPresent ? after > 0 : after > before;
}
