namespace Instrumentation.AspNetCore.Logging;

/// <summary>
/// Keeps a share of what comes, spread evenly: the multiples of the golden ratio, modulo one, fill the unit interval without a period, so that probes which come in turns are all kept now and then,
/// and of any hundred about one is. Neither chance nor a caller's trace id has a say.
/// </summary>
internal sealed class EvenSampler(double rate)
{
    // 2^64 / phi, odd.
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;

    private readonly ulong _threshold = rate >= 1 ? ulong.MaxValue : (ulong)(rate * ulong.MaxValue);
    private long _count;

    /// <summary>Whether the next one is kept.</summary>
    public bool Next() => _threshold == ulong.MaxValue || unchecked((ulong)Interlocked.Increment(ref _count) * GoldenRatio) < _threshold;
}
