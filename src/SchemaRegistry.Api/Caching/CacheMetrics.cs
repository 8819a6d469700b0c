using Instrumentation;

namespace SchemaRegistry.Api.Caching;

/// <summary>What caches do, counted; what they hold is observed from <see cref="CacheBudget"/>.</summary>
internal static partial class CacheMetrics
{
    [MetricCounter("schema_registry_cache_operations_total", Description = "Operations on a cache.")]
    public static partial void Operation([Tag] CacheOperation operation, [Tag] CacheTier tier, [Tag] CacheResult result);

    [MetricCounter("schema_registry_cache_evictions_total", Description = "Entries that a cache has given up.")]
    public static partial void Eviction([Tag] CacheTier tier, [Tag] EvictionReason reason);
}
