namespace Instrumentation.TestTools;

/// <summary>All lines of one metric.</summary>
internal sealed record ParsedFamily(string Name, string Help, string Type, IReadOnlyList<ParsedSample> Samples)
{
    /// <summary>Sum of the samples of a counter, or of a histogram's counts, whose labels contain the given ones.</summary>
    public double Total(params (string Name, string Value)[] labels) =>
        Samples.Where(sample => sample.Name == (Type == "histogram" ? Name + "_count" : Name) && labels.All(label => sample.Labels.GetValueOrDefault(label.Name) == label.Value))
            .Sum(static sample => sample.Value);
}
