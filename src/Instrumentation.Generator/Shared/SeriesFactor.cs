namespace Instrumentation.Generator.Shared;

/// <summary>One factor of the number of series of a metric.</summary>
/// <param name="Name">What it is of: a tag, or the samples of a histogram.</param>
/// <param name="Count">How many.</param>
/// <param name="Values">The values that they are, as a text; null where they are not known when the program is compiled.</param>
internal readonly record struct SeriesFactor(string Name, long Count, string? Values)
{
    /// <summary>A factor of known values.</summary>
    public static SeriesFactor Of(string name, IEnumerable<string> values)
    {
        var different = values.Distinct(StringComparer.Ordinal).OrderBy(static value => value, StringComparer.Ordinal).ToList();
        return new SeriesFactor(name, different.Count, string.Join("\u001f", different));
    }
}
