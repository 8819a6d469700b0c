namespace Instrumentation.Integration.Tests;

/// <summary>The same method plain and woven, for counting bytes.</summary>
internal static partial class WovenCosts
{
    public static async Task<int> PlainAsync(Task before)
    {
        await before.ConfigureAwait(false);
        return 1;
    }

    public static async ValueTask<int> PlainValueAsync(Task before)
    {
        await before.ConfigureAwait(false);
        return 1;
    }

    [Instrumented("woven_timed_seconds", Span = false)]
    [MetricCounter("woven_timed_total")]
    [Tag("one", From = "result == 1")]
    public static async partial Task<int> TimedAsync(Task before)
    {
        await before.ConfigureAwait(false);
        return 1;
    }

    [Instrumented("woven_timed_value_seconds", Span = false)]
    public static async partial ValueTask<int> TimedValueAsync(Task before)
    {
        await before.ConfigureAwait(false);
        return 1;
    }

    [Instrumented("woven_spanned_seconds")]
    public static async partial Task<int> SpannedAsync(Task before)
    {
        await before.ConfigureAwait(false);
        return 1;
    }

    [Instrumented("woven_tagged_seconds", Span = false)]
    [Tag("late", From = "before.IsCompleted")]
    public static async partial Task<int> TaggedAsync(Task before, [Tag] DayOfWeek day)
    {
        await before.ConfigureAwait(false);
        return 1;
    }

    [Instrumented("woven_whole_seconds", Calls = true)]
    [MetricCounter("woven_whole_days_total", Tags = ["day"])]
    [Tag("one", From = "result == 1")]
    [SpanTag("number", From = "number")]
    public static async partial Task<int> WholeAsync(Task before, [Tag] DayOfWeek day, int number)
    {
        await before.ConfigureAwait(false);
        return 1;
    }

    [Instrumented("woven_core_seconds", Span = false)]
    public static partial Task<int> DefinedAsync(Task before, [Tag] DayOfWeek day);

    private static async partial Task<int> DefinedAsyncCore(Task before, DayOfWeek day)
    {
        await before.ConfigureAwait(false);
        return 1;
    }

    public static async Task<int> PlainWholeAsync(Task before, DayOfWeek day, int number)
    {
        await before.ConfigureAwait(false);
        return 1;
    }
}
