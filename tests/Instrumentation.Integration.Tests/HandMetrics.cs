namespace Instrumentation.Integration.Tests;

/// <summary>Instruments that are called by hand.</summary>
[Tag("service", Value = "tests")]
public static partial class HandMetrics
{
    /// <summary>A counter with a tag of each kind.</summary>
    [MetricCounter("hand_items_total")]
    public static partial void Sold([Tag] Color color, [Tag] bool? gift, [Tag(Values = ["eu", "us"])] string? region, [Value] long items = 1);

    /// <summary>A counter with a bounded tag.</summary>
    [MetricCounter("hand_bounded_total")]
    public static partial void Bounded([Tag(MaxValues = 3)] string tenant);

    /// <summary>Every kind of instrument.</summary>
    [MetricCounter("hand_requests_total", Value = "1")]
    [MetricHistogram("hand_size_bytes", Buckets = [10, 100])]
    [MetricSummary("hand_summed_bytes", Unit = "bytes")]
    [MetricUpDownCounter("hand_waiting", Value = "size > 50 ? -1 : 1")]
    [MetricGauge("hand_last_bytes")]
    public static partial void Request([Value] int size);

    /// <summary>Values that are converted.</summary>
    [MetricHistogram("hand_wait_seconds", Buckets = [1, 2])]
    public static partial void Waited([Value] TimeSpan? wait);

    /// <summary>Values that are converted.</summary>
    [MetricGauge("hand_price")]
    public static partial void Priced([Value] decimal price);

    /// <summary>Values that are converted.</summary>
    [MetricGauge("hand_ready")]
    public static partial void Ready([Value] bool ready);

    /// <summary>Values with fractions.</summary>
    [MetricCounter("hand_spent_seconds_total", Unit = "seconds")]
    [MetricUpDownCounter("hand_balance", Value = "-time.GetValueOrDefault().TotalSeconds")]
    public static partial void Spent([Value] TimeSpan? time);

    /// <summary>Values with fractions.</summary>
    [MetricCounter("hand_cost_total")]
    public static partial void Cost([Value] double cost);

    /// <summary>Never called.</summary>
    [MetricCounter("hand_never_total")]
    [MetricUpDownCounter("hand_never_waiting")]
    [MetricGauge("hand_never")]
    public static partial void Never([Tag] Color color, [Value] int by);

    /// <summary>Expressions that throw.</summary>
    [MetricCounter("hand_expression_total")]
    [MetricCounter("hand_letters_total", Value = "text!.Length")]
    [MetricUpDownCounter("hand_letters", Value = "text!.Length")]
    [MetricGauge("hand_length", Value = "text!.Length")]
    [Tag("empty", From = "text!.Length == 0")]
    public static partial void Text(string? text);

    /// <summary>A tag whose values misbehave.</summary>
    [MetricCounter("hand_hostile_total")]
    internal static partial void Hostile([Tag(MaxValues = 5)] HostileKey key);
}

/// <summary>Throws where a value is looked up.</summary>
internal sealed class HostileKey
{
    /// <inheritdoc />
    public override int GetHashCode() => throw new InvalidOperationException("no hash");

    /// <inheritdoc />
    public override bool Equals(object? obj) => throw new InvalidOperationException("no equality");
}

/// <summary>Instruments of a generic class, called on an instance.</summary>
/// <typeparam name="T">Anything.</typeparam>
public sealed partial class HandQueue<T>(string name)
{
    private readonly Queue<T> _items = new();

    internal string Name => name;

    /// <summary>How many wait.</summary>
    internal int Count => _items.Count;

    /// <summary>Adds an item.</summary>
    public void Enqueue(T item)
    {
        _items.Enqueue(item);
        Changed(1);
    }

    [MetricUpDownCounter("hand_queue_length")]
    [MetricGauge("hand_queue_last_length", Value = "this.Count")]
    [Tag("queue", From = "Name", MaxValues = 10)]
    private partial void Changed([Value] int by);
}
