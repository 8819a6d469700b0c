namespace Instrumentation.Metrics.Meters;

/// <summary>Compares tags as measurements carry them, in their order; a set is looked up without a copy.</summary>
internal sealed class TagSetComparer : IEqualityComparer<KeyValuePair<string, object?>[]>,
    IAlternateEqualityComparer<ReadOnlySpan<KeyValuePair<string, object?>>, KeyValuePair<string, object?>[]>
{
    public static readonly TagSetComparer Instance = new();

    public bool Equals(KeyValuePair<string, object?>[]? x, KeyValuePair<string, object?>[]? y) => Equals(x.AsSpan(), y!);

    public bool Equals(ReadOnlySpan<KeyValuePair<string, object?>> alternate, KeyValuePair<string, object?>[] other)
    {
        if (alternate.Length != other.Length)
        {
            return false;
        }

        for (var i = 0; i < other.Length; i++)
        {
            var (mine, known) = (alternate[i], other[i]);
            if (mine.Key != known.Key || (!ReferenceEquals(mine.Value, known.Value) && !Equals(mine.Value, known.Value)))
            {
                return false;
            }
        }

        return true;
    }

    public int GetHashCode(KeyValuePair<string, object?>[] obj) => GetHashCode(obj.AsSpan());

    public int GetHashCode(ReadOnlySpan<KeyValuePair<string, object?>> alternate)
    {
        var hash = alternate.Length;
        foreach (var tag in alternate)
        {
            // An instrument's tags have the same names nearly always: to hash them too was most of what a measurement cost.
            hash = (hash * 397) ^ (tag.Value?.GetHashCode() ?? 0);
        }

        return hash;
    }

    public KeyValuePair<string, object?>[] Create(ReadOnlySpan<KeyValuePair<string, object?>> alternate) => alternate.ToArray();
}
