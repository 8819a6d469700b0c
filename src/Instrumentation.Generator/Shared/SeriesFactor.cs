namespace Instrumentation.Generator.Shared;

/// <summary>One factor of the number of series of a metric.</summary>
/// <param name="Name">What it is of: a tag, or the samples of a histogram.</param>
/// <param name="Count">How many.</param>
internal readonly record struct SeriesFactor(string Name, long Count);
