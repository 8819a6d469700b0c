namespace SchemaRegistry.Api.Caching;

/// <summary>Something that is remembered, or is just being loaded.</summary>
/// <param name="drop">Takes it out of its cache.</param>
internal sealed class CacheEntry(Action<CacheEntry> drop)
{
    private readonly TaskCompletionSource<object?> _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The value, once it is kept.</summary>
    public object? Value { get; private set; }

    /// <summary>The value for who waits for it, kept or not; <see langword="null"/> where there is none.</summary>
    public Task<object?> Loaded => _loaded.Task;

    /// <summary>Whether somebody asked for it since the budget last looked.</summary>
    public bool IsUsed { get; set; }

    /// <summary>Its place in the order of the budget; none before it is kept and after it was given up. Guarded by the budget's lock, as is all below.</summary>
    public LinkedListNode<CacheEntry>? Place { get; set; }

    /// <summary>Whether it was invalidated, and must not be kept when it is loaded at last.</summary>
    public bool IsInvalid { get; set; }

    public long Size { get; private set; }

    public void Keep(object value, long size, LinkedListNode<CacheEntry> place)
    {
        (Size, Place) = (size, place);
        Value = value;
    }

    public void Answer(object? value) => _loaded.SetResult(value);

    public void Fail(Exception reason) => _loaded.SetException(reason);

    public void Drop() => drop(this);
}
