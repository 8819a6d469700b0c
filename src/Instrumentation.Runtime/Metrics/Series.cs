namespace Instrumentation.Metrics;

/// <summary>One series: its labels, encoded once, and its cell.</summary>
internal sealed class Series(byte[] labels, object cell, Instrument? owner, long index)
{
    private KeyValuePair<string, object?>[]? _tags;

    /// <summary>The labels without braces, in UTF-8.</summary>
    public byte[] Labels { get; } = labels;

    public object Cell { get; } = cell;

    /// <summary>When it began, in seconds since 1970.</summary>
    public double Created { get; } = (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;

    /// <summary>The tags as <see cref="System.Diagnostics.Metrics"/> wants them; built when somebody asks, because most processes have no such listener.</summary>
    public KeyValuePair<string, object?>[] Tags => _tags ??= owner?.BoxedTagsOf(index) ?? [];
}
