namespace Instrumentation.Metrics;

/// <summary>The type of the error that ended a call: one of a closed list, <c>other</c>, or no tag at all where there was none.</summary>
public sealed class ErrorTypeTag : TagDimension
{
    private readonly string[] _types;
    private readonly bool _errorsOnly;

    /// <summary>A tag with these types.</summary>
    /// <param name="name">Name of the tag.</param>
    /// <param name="errorsOnly">Whether it is counted with errors alone, so that each type is shown at zero from the start.</param>
    /// <param name="types">The names, in the order of their indexes; <c>other</c> follows, and then the empty value of a call without an error.</param>
    public ErrorTypeTag(string name, bool errorsOnly, params string[] types)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(types);
        _types = [.. types, Other, string.Empty];
        _errorsOnly = errorsOnly;
    }

    /// <inheritdoc />
    public override int Count => _types.Length;

    /// <inheritdoc />
    internal override int KnownCount => _errorsOnly ? _types.Length - 1 : 0;

    /// <inheritdoc />
    public override string ValueAt(int index) => _types[index];
}
