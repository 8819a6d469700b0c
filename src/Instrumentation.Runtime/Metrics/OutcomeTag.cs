using Instrumentation.Weaving;

namespace Instrumentation.Metrics;

/// <summary>How calls ended, under names that several outcomes may share; the index of a value is its <see cref="CallOutcome"/>.</summary>
internal sealed class OutcomeTag : TagDimension
{
    private readonly string[] _values;

    public OutcomeTag(string name, bool rejects, params string[] values)
        : base(name)
    {
        _values = values;

        // Most methods are never rejected: a series of zeros for what cannot happen would only cost.
        KnownCount = rejects ? values.Length : (int)CallOutcome.Rejected;
        Distinct = values.Distinct(StringComparer.Ordinal).Count();
    }

    /// <inheritdoc />
    public override int Count => _values.Length;

    /// <inheritdoc />
    internal override int KnownCount { get; }

    /// <inheritdoc />
    internal override int Distinct { get; }

    /// <inheritdoc />
    public override string ValueAt(int index) => _values[index];
}
