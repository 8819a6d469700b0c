namespace Instrumentation.Integration.Tests;

/// <summary>Every instrument and tag at once, for counting bytes.</summary>
internal static partial class HandAllocations
{
    [MetricCounter("hand_allocations_total")]
    [MetricHistogram("hand_allocations_seconds", Value = "time.TotalSeconds")]
    [MetricUpDownCounter("hand_allocations_waiting")]
    [MetricGauge("hand_allocations")]
    [Tag("even", From = "amount % 2 == 0")]
    [Tag("letters", From = "tenant.Length", Values = ["1", "6"])]
    public static partial void Every([Tag] Color color, [Tag] bool? gift, [Tag(Values = ["eu", "us"])] string? region, [Tag(MaxValues = 3)] string tenant, [Value] int amount, TimeSpan time);
}
