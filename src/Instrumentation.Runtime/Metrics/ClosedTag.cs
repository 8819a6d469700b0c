namespace Instrumentation.Metrics;

/// <summary>A tag whose values are all known at build time: a constant, an enum, a <see langword="bool"/>, a declared list.</summary>
public sealed class ClosedTag : TagDimension
{
    private readonly string[] _values;
    private readonly int _known;

    /// <summary>A tag that has no other value than these.</summary>
    /// <param name="name">Name of the tag.</param>
    /// <param name="values">The values, in the order of their indexes.</param>
    public ClosedTag(string name, params string[] values)
        : this(name, values, values?.Length ?? 0)
    {
    }

    private ClosedTag(string name, string[] values, int known)
        : base(name)
    {
        _values = values;
        _known = known;
    }

    /// <inheritdoc />
    public override int Count => _values.Length;

    /// <inheritdoc />
    internal override int KnownCount => _known;

    /// <summary>A tag with these values and, after them, <c>other</c>.</summary>
    public static ClosedTag OrOther(string name, params string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new ClosedTag(name, [.. values, Other], values.Length);
    }

    /// <summary>A tag whose value only a caller knows and hands over: these values and, after them, <c>unknown</c>, where nobody did.</summary>
    /// <param name="name">Name of the tag.</param>
    /// <param name="mayBeOther">Whether a value may lie outside the set, and is <c>other</c> then.</param>
    /// <param name="values">The values, in the order of their indexes.</param>
    public static ClosedTag HandedOver(string name, bool mayBeOther, params string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new ClosedTag(name, mayBeOther ? [.. values, Unknown, Other] : [.. values, Unknown], values.Length);
    }

    /// <inheritdoc />
    public override string ValueAt(int index) => _values[index];
}
