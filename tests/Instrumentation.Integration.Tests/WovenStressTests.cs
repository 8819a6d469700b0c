using System.Diagnostics;
using Instrumentation.Integration.Tests.Infrastructure;

namespace Instrumentation.Integration.Tests;

/// <summary>Many calls under way at once, nested and ending in every way: each is counted once, and no flow sees the span of another.</summary>
public sealed class WovenStressTests
{
    private const int Flows = 8;

    /// <summary>In each flow; <c>INSTRUMENTATION_STRESS</c> sets more.</summary>
    private static readonly int s_rounds = int.TryParse(Environment.GetEnvironmentVariable("INSTRUMENTATION_STRESS"), out var rounds) ? rounds : 5_000;

    [Fact]
    public async Task MixedPendingCalls_InManyFlows_AreCountedExactly()
    {
        var expected = new int[3];
        await Task.WhenAll(Enumerable.Range(0, Flows).Select(flow => Task.Run(() => RunAsync(flow, expected))));
        Assert.Equal(expected[0], await CountAsync("success"));
        Assert.Equal(expected[1], await CountAsync("failure"));
        Assert.Equal(expected[2], await CountAsync("cancelled"));
        Assert.Equal(Flows * s_rounds, expected[0] + expected[1] + expected[2]);
        Assert.Equal(Flows * s_rounds / 2, await Scraped.ValueAsync("woven_stress_outer_seconds_count{outcome=\"success\"}"));
    }

    private static async Task RunAsync(int flow, int[] expected)
    {
        using var own = new Activity("flow").Start();
        for (var i = 0; i < s_rounds; i++)
        {
            var ending = (i + flow) % 3;
            Interlocked.Increment(ref expected[ending]);
            try
            {
                await (i % 2 == 0 ? WovenStress.OuterAsync(ending, own) : WovenStress.InnerAsync(ending));
                Assert.True(ending == 0 || i % 2 == 0);
            }
            catch (Exception exception) when (exception is OperationCanceledException or InvalidOperationException)
            {
                Assert.Equal(ending == 2, exception is OperationCanceledException);
            }

            Assert.Same(own, Activity.Current);
        }
    }

    private static async Task<double> CountAsync(string outcome) => await Scraped.ValueAsync($"woven_stress_inner_seconds_count{{outcome=\"{outcome}\"}}") ?? 0;
}
