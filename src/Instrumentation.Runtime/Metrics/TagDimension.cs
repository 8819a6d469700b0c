namespace Instrumentation.Metrics;

/// <summary>One tag of an instrument: its name and the values that index its series.</summary>
public abstract class TagDimension
{
    private protected TagDimension(string name) => Name = name;

    /// <summary>The value recorded for what lies outside the set.</summary>
    public const string Other = "other";

    /// <summary>The value recorded for <see langword="null"/>.</summary>
    public const string None = "none";

    /// <summary>The value recorded where only a caller knows it and has handed nothing over.</summary>
    public const string Unknown = "unknown";

    /// <summary>Name of the tag.</summary>
    public string Name { get; }

    /// <summary>How many indexes the tag has, <c>other</c> and <c>none</c> included: its radix in the index of a series.</summary>
    public abstract int Count { get; }

    /// <summary>How many of the values, from the first on, are known beforehand and expected: the ones shown at zero from the start.</summary>
    internal abstract int KnownCount { get; }

    /// <summary>How many of the values differ; less than <see cref="Count"/> where several indexes mean one value.</summary>
    internal virtual int Distinct => Count;

    /// <summary>Whether all values are known beforehand.</summary>
    internal virtual bool IsClosed => true;

    /// <summary>The text of a value.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public abstract string ValueAt(int index);

    /// <summary>Tells the dimension which instrument uses it.</summary>
    internal virtual void Attach(string instrument)
    {
    }
}
