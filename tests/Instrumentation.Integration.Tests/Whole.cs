using System.Diagnostics;

namespace Instrumentation.Integration.Tests;

/// <summary>Methods with everything that [Instrumented] can do.</summary>
internal sealed class Whole
{
    [Instrumented("whole_call_duration_seconds", Calls = true, InFlight = true, LogFailures = true, SpanName = "call out", SpanKind = ActivityKind.Client)]
    [FailureWhen("result < 0")]
    public async Task<int> CallAsync([Tag] Color color, Task<int> inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        return await inner;
    }

    [Instrumented(Calls = true, InFlight = true, LogFailures = true)]
    [RejectedWhen("reject")]
    public int Common(Func<int> work, bool reject) => work();

    [Instrumented("whole_sequence_seconds", InFlightName = "whole_sequences_open", CallsName = "whole_sequences_read_total", Duration = false, Span = false)]
    public IEnumerable<int> Sequence([Tag(Values = ["0", "2"])] int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Inner();

        IEnumerable<int> Inner()
        {
            for (var i = 0; i < count; i++)
            {
                yield return i;
            }
        }
    }

    [Instrumented("whole_items_seconds", InFlight = true)]
    public async IAsyncEnumerable<int> ItemsAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    [MetricCounter("whole_seconds_total", Value = "spent", Unit = "seconds")]
    [MetricCounter("whole_cost_total", Value = "cost")]
    [MetricUpDownCounter("whole_balance", Value = "-cost * 2")]
    [MetricGauge("whole_rate", Value = "rate")]
    [MetricHistogram("whole_rates", Value = "rate", Unit = "ratio", Buckets = [1])]
    public void Spend(TimeSpan spent, decimal cost, double rate)
    {
    }
}
