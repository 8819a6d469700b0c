namespace Instrumentation.Metrics.Cells;

/// <summary>The state of one series.</summary>
internal interface ICell<out TSelf>
{
    /// <summary>A cell at zero, shaped as its family wants it.</summary>
    static abstract TSelf Create(MetricFamily family);
}
