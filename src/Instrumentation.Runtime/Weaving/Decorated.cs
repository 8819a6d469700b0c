namespace Instrumentation.Weaving;

/// <summary>What the decorators of all classes have in common: to whoever compares or prints one, it is the object that it stands in for.</summary>
/// <typeparam name="T">The class.</typeparam>
/// <param name="inner">The object.</param>
public abstract class Decorated<T>(T inner)
    where T : class
{
    /// <summary>The object; named as no member of an interface is, which a decorator has too.</summary>
    protected T _inner => inner;

    /// <inheritdoc />
    public override bool Equals(object? obj) => inner.Equals(obj is Decorated<T> other ? other._inner : obj);

    /// <inheritdoc />
    public override int GetHashCode() => inner.GetHashCode();

    /// <inheritdoc />
    public override string? ToString() => inner.ToString();
}
