namespace Instrumentation.Integration.Tests;

/// <summary>An interface with a member of every kind.</summary>
public interface IStore
{
    /// <summary>An event.</summary>
    event EventHandler? Changed;

    /// <summary>Tells instances apart through their decorators.</summary>
    Guid Identity { get; }

    /// <summary>How often it was disposed.</summary>
    int Disposed { get; }

    /// <summary>A property.</summary>
    string Name { get; set; }

    /// <summary>An indexer.</summary>
    int this[int index] { get; }

    /// <summary>A method.</summary>
    string Load(string key);

    /// <summary>A generic method with every kind of parameter.</summary>
    bool Exchange<T>(T value, ref T slot, out T old)
        where T : class;

    /// <summary>Raises the event.</summary>
    void Raise();

    /// <summary>A default implementation.</summary>
    string Default() => "default";
}

/// <summary>The instrumented implementation.</summary>
[Instrumented]
public sealed class Store : IStore, IComparable<int>, IDisposable
{
    /// <inheritdoc />
    public event EventHandler? Changed;

    /// <inheritdoc />
    public Guid Identity { get; } = Guid.NewGuid();

    /// <inheritdoc />
    public int Disposed { get; private set; }

    /// <inheritdoc />
    public string Name { get; set; } = "";

    /// <inheritdoc />
    public int this[int index] => index * 2;

    /// <inheritdoc />
    public string Load(string key) => key + "!";

    /// <inheritdoc />
    public bool Exchange<T>(T value, ref T slot, out T old)
        where T : class
    {
        old = slot;
        slot = value;
        return true;
    }

    /// <inheritdoc />
    public void Raise() => Changed?.Invoke(this, EventArgs.Empty);

    /// <inheritdoc />
    public int CompareTo(int other) => other;

    /// <inheritdoc />
    public void Dispose() => Disposed++;
}

/// <summary>An implementation without instrumentation.</summary>
[NotInstrumented]
public sealed class PlainStore : IStore
{
    /// <inheritdoc />
    public event EventHandler? Changed;

    /// <inheritdoc />
    public Guid Identity => Guid.Empty;

    /// <inheritdoc />
    public int Disposed => 0;

    /// <inheritdoc />
    public string Name { get; set; } = "";

    /// <inheritdoc />
    public int this[int index] => index;

    /// <inheritdoc />
    public string Load(string key) => key;

    /// <inheritdoc />
    public bool Exchange<T>(T value, ref T slot, out T old)
        where T : class
    {
        old = slot;
        return false;
    }

    /// <inheritdoc />
    public void Raise() => Changed?.Invoke(this, EventArgs.Empty);
}
