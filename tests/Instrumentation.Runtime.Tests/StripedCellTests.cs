using Instrumentation.Metrics;
using Instrumentation.Metrics.Cells;
using Instrumentation.Runtime.Tests.Infrastructure;

namespace Instrumentation.Runtime.Tests;

public sealed class StripedCellTests
{
    [Fact]
    public void Threads_ThatComeAndGo_LoseNothing()
    {
        // More threads than numbers: later ones take over what ended ones left.
        const int Rounds = 1000;
        var cell = CounterCell.Create(family: null!);
        for (var i = 0; i < ThreadSlot.Max; i += 4)
        {
            var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    cell.Add(1);
                    cell.Add(0.5);
                }
            })).ToList();
            threads.ForEach(static thread => thread.Start());
            threads.ForEach(static thread => thread.Join());
        }

        Assert.Equal(ThreadSlot.Max * 2 * Rounds, cell.WholeSum);
        Assert.Equal(ThreadSlot.Max * Rounds, cell.FractionalPart);
    }

    [Fact]
    public void Number_OfAnEndedThread_IsGivenAgain()
    {
        var numbers = new HashSet<int>();
        for (var i = 0; i < 2 * ThreadSlot.Max; i++)
        {
            var thread = new Thread(() => numbers.Add(ThreadSlot.Take() ? ThreadSlot.Current : -1));
            thread.Start();
            thread.Join();
        }

        Assert.DoesNotContain(-1, numbers);
    }

    [Fact]
    public async Task Counter_ReadUnderLoad_NeverFalls()
    {
        var counter = MetricRegistry.Counter("striped_rising_total", "");
        using var stop = new CancellationTokenSource();
        var load = Task.Run(() => Threads.Run(_ =>
        {
            while (!stop.IsCancellationRequested)
            {
                counter.Add(0, 1);
            }
        }));
        var last = 0d;
        for (var rises = 0; rises < 1000;)
        {
            var now = Exposed.FamilyOf(counter).Total();
            Assert.True(now >= last, $"{now} after {last}");
            rises += now > last ? 1 : 0;
            last = now;
        }

        await stop.CancelAsync();
        await load;
    }
}
