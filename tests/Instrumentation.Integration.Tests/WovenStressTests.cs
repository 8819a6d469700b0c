using System.Diagnostics;
using Instrumentation.Integration.Tests.Infrastructure;
using static Instrumentation.Integration.Tests.WovenStress;

namespace Instrumentation.Integration.Tests;

/// <summary>Many calls under way at once, nested, ending in every way, with and without tags handed over: each is counted once, with its own tags, and no flow sees the span of another.</summary>
public sealed class WovenStressTests
{
    private const int Flows = 8;

    /// <summary>Outer and inner calls alternate with inner ones: three calls in two rounds. Ten million calls in the long tests.</summary>
    private static readonly int s_rounds = Environment.GetEnvironmentVariable("INSTRUMENTATION_LONG_TESTS") == "1" ? 833_340 : 2_400;

    private static readonly string[] s_outcomes = ["success", "failure", "cancelled"];

    [Fact]
    public async Task MixedPendingCalls_InManyFlows_AreCountedExactly()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "Instrumentation.Integration.Tests",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);

        var flows = await Task.WhenAll(Enumerable.Range(0, Flows).Select(static flow => Task.Run(() => RunAsync(flow))));
        foreach (var ending in Enum.GetValues<Ending>())
        {
            foreach (var outcome in s_outcomes)
            {
                var expected = s_outcomes[(int)ending] == outcome ? flows.Sum(counts => counts[1, (int)ending]) : 0;
                Assert.Equal((ending, outcome, expected), (ending, outcome, await CountAsync($"inner_seconds_count{{ending=\"{ending.ToString().ToLowerInvariant()}\",outcome=\"{outcome}\"}}")));
            }

            Assert.Equal(flows.Sum(counts => counts[0, (int)ending]), await CountAsync($"inner_seconds_count{{ending=\"unknown\",outcome=\"{s_outcomes[(int)ending]}\"}}"));
        }

        for (var flow = 0; flow < Flows; flow++)
        {
            Assert.Equal(s_rounds / 2, await CountAsync($"outer_seconds_count{{flow=\"{flow}\",outcome=\"success\"}}"));
        }

        Assert.Equal(Flows * s_rounds, flows.Sum(static counts => counts.Cast<int>().Sum()));
    }

    // What the flow has called: with tags handed over or not, by ending.
    private static async Task<int[,]> RunAsync(int flow)
    {
        var counts = new int[2, 3];
        using var own = new Activity("flow").Start();
        for (var i = 0; i < s_rounds; i++)
        {
            var ending = (Ending)((i + flow) % 3);
            var isHanded = (i / 2) % 2 == 0;
            counts[isHanded ? 1 : 0, (int)ending]++;
            try
            {
                Assert.Equal(i % 2 == 0 ? flow : 1, await (i % 2 == 0 ? OuterAsync(flow, ending, isHanded, own) : CallInnerAsync(ending, isHanded)));
                Assert.True(ending == Ending.Return || i % 2 == 0);
            }
            catch (Exception exception) when (exception is OperationCanceledException or InvalidOperationException)
            {
                Assert.Equal(ending == Ending.Cancel, exception is OperationCanceledException);
            }

            Assert.Same(own, Activity.Current);
        }

        return counts;
    }

    private static async Task<int> CountAsync(string series) => (int)(await Scraped.ValueAsync("woven_stress_" + series) ?? 0);
}
