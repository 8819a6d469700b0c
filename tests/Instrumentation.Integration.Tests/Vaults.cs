using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.Integration.Tests;

/// <summary>A generic service.</summary>
public interface IVault<T>
    where T : notnull
{
    /// <summary>Tells instances apart through their decorators.</summary>
    Guid Identity { get; }

    /// <summary>How often it was disposed.</summary>
    int Disposed { get; }

    /// <summary>A method with a type parameter of its own.</summary>
    (T Item, TKey Key) Put<TKey>(T item, TKey key);
}

/// <summary>A service by variance.</summary>
public interface ISource<out T>
{
    /// <summary>What it has.</summary>
    T Take();
}

/// <summary>A generic class.</summary>
public sealed class Vault<T> : IVault<T>, IDisposable
    where T : notnull
{
    /// <inheritdoc />
    public Guid Identity { get; } = Guid.NewGuid();

    /// <inheritdoc />
    public int Disposed { get; private set; }

    /// <inheritdoc />
    [MetricCounter("vault_puts_total")]
    public (T Item, TKey Key) Put<TKey>(T item, TKey key) => (item, key);

    /// <inheritdoc />
    public void Dispose() => Disposed++;

    /// <inheritdoc />
    public override string ToString() => $"vault of {typeof(T).Name}";
}

/// <summary>Two closed forms of one interface.</summary>
public sealed class TwoSources : ISource<string>, ISource<Uri>
{
    /// <inheritdoc />
    [MetricCounter("two_sources_texts_total")]
    public string Take() => "text";

    [MetricCounter("two_sources_links_total")]
    Uri ISource<Uri>.Take() => new("http://localhost/");
}

/// <summary>A base whose methods are instrumented.</summary>
public class Ledger : ISource<int>
{
    /// <inheritdoc />
    [MetricCounter("ledger_takes_total")]
    public virtual int Take() => 1;
}

/// <summary>A class that only inherits them, has an interface more, and is disposed by one or the other way.</summary>
public class SpecialLedger : Ledger, IComparable<int>, IAsyncDisposable, IDisposable
{
    /// <summary>How it was disposed.</summary>
    public static List<string> Disposals { get; } = [];

    /// <inheritdoc />
    public override int Take() => 2;

    /// <inheritdoc />
    public int CompareTo(int other) => other;

    /// <inheritdoc />
    public void Dispose() => Disposals.Add("sync");

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Disposals.Add("async");
        return default;
    }
}

/// <summary>A class that looks at its key, by itself and for what it takes.</summary>
public sealed class KeyedSource([ServiceKey] string key, [FromKeyedServices("fixed")] string kept, [FromKeyedServices] string inherited) : ISource<string>
{
    /// <summary>How many were made.</summary>
    public static int Made { get; set; }

    private readonly int _number = ++Made;

    /// <inheritdoc />
    [MetricCounter("keyed_source_takes_total")]
    public string Take() => $"{key} {kept} {inherited} {_number}";
}
