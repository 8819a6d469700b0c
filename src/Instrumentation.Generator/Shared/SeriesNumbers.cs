namespace Instrumentation.Generator.Shared;

/// <summary>Whether each series of an instrument can have a number. An instrument with more is left out; the analyzers say so.</summary>
internal static class SeriesNumbers
{
    /// <summary>More than there are outcomes.</summary>
    private const double Outcomes = 8;

    /// <summary>Whether a <see cref="long"/> has room for every combination of so many values.</summary>
    public static bool Suffice(IEnumerable<long> values) => values.Aggregate(Outcomes, static (product, count) => product * count) < long.MaxValue;
}
