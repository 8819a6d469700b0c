using System.Diagnostics;
using Instrumentation.Metrics;
using Instrumentation.Runtime.Tests.Infrastructure;

namespace Instrumentation.Runtime.Tests;

public sealed class HistogramTests
{
    [Fact]
    public async Task Value_OnABound_BelongsToItsBucket()
    {
        var histogram = MetricRegistry.Histogram("histogram_bounds_bytes", "", [-1, 0, 10]);
        foreach (var value in (double[])[-1, -0.0, 0, 10, Math.BitIncrement(10), double.NegativeInfinity, double.PositiveInfinity])
        {
            histogram.Record(0, value);
        }

        Assert.Equal([2, 4, 5, 7], await Exposed.BucketsAsync("histogram_bounds_bytes"));
    }

    [Fact]
    public async Task Duration_OnABound_BelongsToItsBucket()
    {
        // Most of these have no exact double: 1.001 s and 1.003 s would miss their bucket if ticks were cut off and not rounded.
        double[] bounds = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 1.001, 1.003, 2.5, 5, 10];
        var histogram = MetricRegistry.Duration("histogram_bounds_seconds", "", bounds);
        foreach (var bound in bounds)
        {
            histogram.Record(0, (long)Math.Round(bound * Stopwatch.Frequency));
        }

        Assert.Equal(Enumerable.Range(1, bounds.Length).Append(bounds.Length).Select(static i => (double)i), await Exposed.BucketsAsync("histogram_bounds_seconds"));
    }

    [Fact]
    public async Task Duration_Negative_CountsAsZero()
    {
        var histogram = MetricRegistry.Duration("histogram_negative_seconds", "", [.5]);
        histogram.Record(0, -Stopwatch.Frequency);
        histogram.Record(0, long.MinValue);

        Assert.Equal([2, 2], await Exposed.BucketsAsync("histogram_negative_seconds"));
        Assert.Equal(0, await Exposed.SumAsync("histogram_negative_seconds"));
    }

    [Fact]
    public async Task Value_NotANumber_IsDropped()
    {
        var histogram = MetricRegistry.Histogram("histogram_nan_bytes", "", [1]);
        histogram.Record(0, 0.5);
        histogram.Record(0, double.NaN);

        Assert.Equal([1, 1], await Exposed.BucketsAsync("histogram_nan_bytes"));
        Assert.Equal(0.5, await Exposed.SumAsync("histogram_nan_bytes"));
    }

    [Fact]
    public async Task Duration_FromSeveralThreads_HasTheExactSumAndCount()
    {
        var histogram = MetricRegistry.Duration("histogram_threads_seconds", "", [1, 2, 3]);
        Threads.Run(thread =>
        {
            for (var i = 0; i < Threads.Rounds; i++)
            {
                histogram.Record(0, (thread + 1) * Stopwatch.Frequency);
            }
        });

        Assert.Equal([Threads.Rounds, 2 * Threads.Rounds, 3 * Threads.Rounds, 4 * Threads.Rounds], await Exposed.BucketsAsync("histogram_threads_seconds"));
        Assert.Equal((1.0 + 2 + 3 + 4) * Threads.Rounds, await Exposed.SumAsync("histogram_threads_seconds"));
    }

    [Fact]
    public async Task Value_FromSeveralThreads_HasTheExactSumAndCount()
    {
        var histogram = MetricRegistry.Histogram("histogram_threads_bytes", "", [1, 2, 3]);
        Threads.Run(thread =>
        {
            for (var i = 0; i < Threads.Rounds; i++)
            {
                histogram.Record(0, thread + 1);
            }
        });

        Assert.Equal([Threads.Rounds, 2 * Threads.Rounds, 3 * Threads.Rounds, 4 * Threads.Rounds], await Exposed.BucketsAsync("histogram_threads_bytes"));
        Assert.Equal((1.0 + 2 + 3 + 4) * Threads.Rounds, await Exposed.SumAsync("histogram_threads_bytes"));
    }
}
