using Instrumentation;

namespace SchemaRegistry.Api.Caching;

/// <summary>The bytes that the caches of a tier share, and the order in which they give up entries: the oldest first, unless it was asked for since its last turn.</summary>
/// <remarks>Sizes are estimates of what an entry holds on to. A hit takes no lock; it only leaves its mark on the entry.</remarks>
internal sealed class CacheBudget
{
    // The rate is that of about so many of the latest questions, so that it shows what changes.
    private const int RateWindow = 65_536;

    // What would drive out more than an eighth of the rest for itself is not worth it.
    private const int LargestShare = 8;

    private readonly Lock _lock = new();
    private readonly LinkedList<CacheEntry> _order = new();
    private readonly long _maxBytes;
    private long _bytes;
    private int _hits;
    private int _questions;

    public CacheBudget(CacheTier tier, long maxBytes)
    {
        (Tier, _maxBytes) = (tier, maxBytes);
        Gauges.Observe(this);
    }

    public CacheTier Tier { get; }

    [MetricGauge("schema_registry_cache_size_bytes", Description = "Bytes that a cache holds on to, estimated.", Unit = "bytes")]
    [Tag("tier", From = "Tier")]
    public long Bytes => Volatile.Read(ref _bytes);

    [MetricGauge("schema_registry_cache_items_total", Description = "Entries in a cache.")]
    [Tag("tier", From = "Tier")]
    public int Items => _order.Count;

    [MetricGauge("schema_registry_cache_hit_rate", Description = "Share of the latest questions that a cache could answer.", Aggregate = GaugeAggregate.Average)]
    [Tag("tier", From = "Tier")]
    public double? HitRate => Volatile.Read(ref _questions) is > 0 and var questions ? Math.Min(1, (double)Volatile.Read(ref _hits) / questions) : null;

    public void CountHit(CacheEntry entry)
    {
        if (!entry.IsUsed)
        {
            entry.IsUsed = true;
        }

        CacheMetrics.Operation(CacheOperation.Get, Tier, CacheResult.Hit);
        Interlocked.Increment(ref _hits);
        CountQuestion();
    }

    public void CountMiss()
    {
        CacheMetrics.Operation(CacheOperation.Get, Tier, CacheResult.Miss);
        CountQuestion();
    }

    /// <summary>Keeps a value that was loaded, and gives up others for it where the bytes do not suffice.</summary>
    public void Keep(CacheEntry entry, object value, long size)
    {
        lock (_lock)
        {
            if (entry.IsInvalid || size > _maxBytes / LargestShare)
            {
                entry.Drop();
                CacheMetrics.Operation(CacheOperation.Set, Tier, CacheResult.Refused);
                return;
            }

            entry.Keep(value, size, _order.AddLast(entry));
            _bytes += size;
            CacheMetrics.Operation(CacheOperation.Set, Tier, CacheResult.Stored);
            while (_bytes > _maxBytes && _order.First is { } oldest)
            {
                if (oldest.Value.IsUsed)
                {
                    oldest.Value.IsUsed = false;
                    _order.RemoveFirst();
                    _order.AddLast(oldest);
                    continue;
                }

                GiveUp(oldest.Value, EvictionReason.Capacity);
            }
        }
    }

    /// <summary>Forgets an entry that is no longer true, also one that is still being loaded.</summary>
    public void Invalidate(CacheEntry entry)
    {
        lock (_lock)
        {
            entry.IsInvalid = true;
            CacheMetrics.Operation(CacheOperation.Remove, Tier, CacheResult.Hit);
            GiveUp(entry, EvictionReason.Invalidated);
        }
    }

    private void GiveUp(CacheEntry entry, EvictionReason reason)
    {
        entry.Drop();
        if (entry.Place is not { } place)
        {
            return;
        }

        _order.Remove(place);
        _bytes -= entry.Size;
        entry.Place = null;
        CacheMetrics.Eviction(Tier, reason);
    }

    // Halved from time to time. Threads that count meanwhile may be lost: it is a rate, not an account.
    private void CountQuestion()
    {
        if (Interlocked.Increment(ref _questions) >= RateWindow)
        {
            Volatile.Write(ref _hits, _hits / 2);
            Volatile.Write(ref _questions, _questions / 2);
        }
    }
}
