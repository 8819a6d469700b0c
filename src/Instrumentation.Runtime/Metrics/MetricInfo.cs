namespace Instrumentation.Metrics;

/// <summary>What is known of a metric before it has recorded anything.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SeriesBound">The most series it can ever have, by the declarations seen so far; <see cref="long.MaxValue"/> where that is more than a <see cref="long"/> holds.</param>
/// <param name="Buckets">Upper bounds of its buckets, ascending; empty where it has none.</param>
public sealed record MetricInfo(string Name, long SeriesBound, IReadOnlyList<double> Buckets);
