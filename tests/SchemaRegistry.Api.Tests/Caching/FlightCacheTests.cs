using SchemaRegistry.Api.Caching;

namespace SchemaRegistry.Api.Tests.Caching;

public sealed class FlightCacheTests
{
    private const int EntrySize = 10;

    private readonly CacheBudget _budget = new(CacheTier.L1, maxBytes: 10 * EntrySize);
    private readonly FlightCache<string, string> _cache;
    private int _loads;

    public FlightCacheTests() => _cache = new FlightCache<string, string>(_budget, static (_, value) => value.Length);

    [Fact]
    public async Task Get_Again_IsNotLoadedAgain()
    {
        Assert.Same(await GetAsync("a"), await GetAsync("a"));

        Assert.Equal((1, 1, EntrySize, 0.5), (_loads, _budget.Items, _budget.Bytes, _budget.HitRate));
    }

    [Fact]
    public async Task Get_ManyAtOnce_IsLoadedOnce()
    {
        var answer = new TaskCompletionSource<string?>();
        var asked = Enumerable.Range(0, 1000).Select(_ => GetAsync("a", answer.Task)).ToList();
        Assert.All(asked, static one => Assert.False(one.IsCompleted));
        answer.SetResult("0123456789");

        Assert.All(await Task.WhenAll(asked), static value => Assert.Equal("0123456789", value));
        Assert.Equal(1, _loads);
    }

    [Fact]
    public async Task Get_OneGivesUp_TheOthersAreAnswered()
    {
        var answer = new TaskCompletionSource<string?>();
        using var impatient = new CancellationTokenSource();
        var first = _cache.GetAsync("a", answer.Task, static async (_, task) => await task, impatient.Token).AsTask();
        var second = GetAsync("a", answer.Task);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult("0123456789");

        Assert.Equal("0123456789", await second);
        Assert.Equal(0, _loads);
    }

    [Fact]
    public async Task Get_WhatIsNotThere_IsNotRemembered()
    {
        Assert.Null(await GetAsync("a", Task.FromResult<string?>(null)));
        Assert.Equal("a---------", await GetAsync("a"));
    }

    [Fact]
    public async Task Get_LoadFails_AllWhoWaitAreTold_AndTheNextOneLoads()
    {
        var answer = new TaskCompletionSource<string?>();
        var asked = new[] { GetAsync("a", answer.Task), GetAsync("a", answer.Task) };
        answer.SetException(new InvalidOperationException("no"));

        Assert.All(asked, static one => Assert.Equal("no", Assert.ThrowsAsync<InvalidOperationException>(() => one).Result.Message));
        Assert.Equal("a---------", await GetAsync("a"));
    }

    [Fact]
    public async Task Remove_WhileItIsLoaded_WhoAsksAfterwardsSeesTheNewOne()
    {
        var before = new TaskCompletionSource<string?>();
        var first = GetAsync("a", before.Task);
        _cache.Remove("a");
        var second = await GetAsync("a");
        before.SetResult("before----");

        Assert.Equal(("before----", "a---------"), (await first, second));
        Assert.Same(second, await GetAsync("a"));
        Assert.Equal((1, EntrySize), (_budget.Items, _budget.Bytes));
    }

    [Fact]
    public async Task Clear_ForgetsAll()
    {
        await GetAsync("a");
        await GetAsync("b");
        _cache.Clear();

        Assert.Equal((0, 0), (_budget.Items, _budget.Bytes));
        await GetAsync("a");
        Assert.Equal(3, _loads);
    }

    [Fact]
    public async Task Keep_PastTheBudget_GivesUpTheOldestThatNobodyAskedFor()
    {
        for (var i = 0; i < 10; i++)
        {
            await GetAsync($"{i}");
        }

        await GetAsync("0");
        await GetAsync("10");
        await GetAsync("11");

        Assert.Equal((10, 10 * EntrySize), (_budget.Items, _budget.Bytes));
        Assert.Equal(12, _loads);
        await GetAsync("0");
        await GetAsync("3");
        Assert.Equal(12, _loads);
        await GetAsync("1");
        Assert.Equal(13, _loads);
    }

    [Fact]
    public async Task Keep_WhatWouldDriveOutTheRest_IsRefused()
    {
        await GetAsync("a");
        await GetAsync("large", Task.FromResult<string?>(new string('x', 20)));

        Assert.Equal((1, EntrySize), (_budget.Items, _budget.Bytes));
    }

    [Fact]
    public async Task Budget_UnderManyThreads_StaysWithinItsBytes()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 5000; i++)
            {
                var key = $"{(i * (worker + 1)) % 37}";
                Assert.Equal(key.PadRight(EntrySize, '-'), await GetAsync(key));
                if (i % 11 == worker)
                {
                    _cache.Remove(key);
                }
            }
        })));

        Assert.InRange(_budget.Bytes, 0, 10 * EntrySize);
        Assert.Equal(_budget.Items * EntrySize, _budget.Bytes);
        _cache.Clear();
        Assert.Equal((0, 0), (_budget.Items, _budget.Bytes));
    }

    private Task<string?> GetAsync(string key, Task<string?>? answer = null) => _cache.GetAsync(
        key,
        (Test: this, Answer: answer),
        static async (key, wanted) =>
        {
            Interlocked.Increment(ref wanted.Test._loads);
            return wanted.Answer is null ? key.PadRight(EntrySize, '-') : await wanted.Answer;
        },
        CancellationToken.None).AsTask();
}
