using System.Collections.Concurrent;

namespace SchemaRegistry.Api.Caching;

/// <summary>Remembers what was loaded. Who asks for what is just being loaded waits for that: a thousand who ask at once ask the database once.</summary>
/// <remarks>
/// An entry is in the cache before its load begins, so that a change that is written meanwhile finds and invalidates it: who asks after the change was answered never sees what was before it. What is not there and
/// what could not be loaded is not remembered.
/// </remarks>
/// <param name="budget">Whose bytes it uses.</param>
/// <param name="sizeOf">About how many bytes an entry holds on to, its key included.</param>
internal sealed class FlightCache<TKey, TValue>(CacheBudget budget, Func<TKey, TValue, long> sizeOf)
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, CacheEntry> _entries = new();

    /// <param name="key">What is asked for.</param>
    /// <param name="state">What the load needs besides.</param>
    /// <param name="load">Loads it; runs in the flow of who asked first, and is not cancelled with that request, because others may wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public ValueTask<TValue?> GetAsync<TState>(TKey key, TState state, Func<TKey, TState, ValueTask<TValue?>> load, CancellationToken cancellation)
    {
        if (_entries.TryGetValue(key, out var entry) && entry.Value is { } value)
        {
            budget.CountHit(entry);
            return new((TValue)value);
        }

        return FlyAsync(key, state, load, cancellation);
    }

    /// <summary>Forgets what is no longer true.</summary>
    public void Remove(TKey key)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            budget.Invalidate(entry);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (var key in _entries.Keys)
        {
            Remove(key);
        }
    }

    private async ValueTask<TValue?> FlyAsync<TState>(TKey key, TState state, Func<TKey, TState, ValueTask<TValue?>> load, CancellationToken cancellation)
    {
        var mine = new CacheEntry(dropped => _entries.TryRemove(KeyValuePair.Create(key, dropped)));
        var entry = _entries.GetOrAdd(key, mine);
        if (!ReferenceEquals(entry, mine))
        {
            budget.CountHit(entry);
            return (TValue?)await entry.Loaded.WaitAsync(cancellation);
        }

        budget.CountMiss();
        var loading = LoadAsync(mine, key, state, load);
        await loading.WaitAsync(cancellation);
        return (TValue?)await mine.Loaded;
    }

    private async Task LoadAsync<TState>(CacheEntry entry, TKey key, TState state, Func<TKey, TState, ValueTask<TValue?>> load)
    {
        try
        {
            var value = await load(key, state);
            if (value is null)
            {
                entry.Drop();
            }
            else
            {
                budget.Keep(entry, value, sizeOf(key, value));
            }

            entry.Answer(value);
        }
        catch (Exception exception)
        {
            entry.Drop();
            entry.Fail(exception);
        }
    }
}
