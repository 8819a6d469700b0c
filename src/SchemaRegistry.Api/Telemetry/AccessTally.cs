using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace SchemaRegistry.Api.Telemetry;

internal sealed class AccessTally : IAccessTally
{
    // Whoever reads more different schemas than this between two writes makes no list of favourites; what is beyond is not counted.
    private const int MaxSchemas = 50_000;

    private volatile ConcurrentDictionary<int, StrongBox<long>> _counts = new();

    public void Count(int schemaId)
    {
        var counts = _counts;
        if (!counts.TryGetValue(schemaId, out var count))
        {
            if (counts.Count >= MaxSchemas)
            {
                return;
            }

            count = counts.GetOrAdd(schemaId, static _ => new StrongBox<long>());
        }

        Interlocked.Increment(ref count.Value);
    }

    public IReadOnlyList<KeyValuePair<int, long>> Drain()
    {
        // Who has taken the old one just before adds to it just after: what is read here may miss a handful, which is what a statistic may.
        var counts = Interlocked.Exchange(ref _counts, new ConcurrentDictionary<int, StrongBox<long>>());
        return [.. counts.Select(static count => KeyValuePair.Create(count.Key, Interlocked.Read(ref count.Value.Value)))];
    }
}
