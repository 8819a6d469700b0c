namespace Instrumentation.Metrics;

/// <summary>Compares encoded labels.</summary>
internal sealed class LabelsComparer : IEqualityComparer<byte[]>, IComparer<Series>
{
    public static readonly LabelsComparer Instance = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(obj);
        return hash.ToHashCode();
    }

    public int Compare(Series? x, Series? y) => x!.Labels.AsSpan().SequenceCompareTo(y!.Labels);
}
