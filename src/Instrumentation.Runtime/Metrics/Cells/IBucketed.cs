namespace Instrumentation.Metrics.Cells;

/// <summary>An instrument with buckets.</summary>
internal interface IBucketed
{
    /// <summary>Upper bounds, inclusive, ascending, without <c>+Inf</c>.</summary>
    IReadOnlyList<double> Bounds { get; }
}
