using System.Diagnostics;
using System.Linq.Expressions;
using Instrumentation.Integration.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.Integration.Tests;

/// <summary>A wrapper hands tags of arguments over to the method that it calls, and never to another call.</summary>
public sealed class HandOverTests
{
    private static readonly Handed s_handed = new();

    public static TheoryData<string, Func<Handed, Task<int>>> Wrapped => new()
    {
        { "direct", static handed => handed.CountAsync(DayOfWeek.Friday, 12, Task.CompletedTask) },
        { "named arguments", static handed => handed.CountAsync(number: 12, before: Task.CompletedTask, day: DayOfWeek.Friday) },
        { "inside a lambda", static handed => new Func<Task<int>>(() => handed.CountAsync(DayOfWeek.Friday, 12, Task.CompletedTask))() },
        { "?.", static handed => handed?.CountAsync(DayOfWeek.Friday, 12, Task.CompletedTask)! },
        { "container", static handed => Contained(handed).CountAsync(DayOfWeek.Friday, 12, Task.CompletedTask) },
        { "container, by a delegate", static handed => new Func<DayOfWeek, int, Task, Task<int>>(Contained(handed).CountAsync)(DayOfWeek.Friday, 12, Task.CompletedTask) },
    };

    public static TheoryData<string, Func<Handed, Task<int>>> Unwrapped => new()
    {
        { "interface", static handed => ((IHanded)handed).CountAsync(DayOfWeek.Friday, 12, Task.CompletedTask) },
        { "delegate", static handed => new Func<DayOfWeek, int, Task, Task<int>>(handed.CountAsync)(DayOfWeek.Friday, 12, Task.CompletedTask) },
        { "reflection", static handed => (Task<int>)typeof(Handed).GetMethod(nameof(Handed.CountAsync))!.Invoke(handed, [DayOfWeek.Friday, 12, Task.CompletedTask])! },
        { "expression tree", static handed => ((Expression<Func<Handed, Task<int>>>)(target => target.CountAsync(DayOfWeek.Friday, 12, Task.CompletedTask))).Compile()(handed) },
        { "dynamic", static handed => (Task<int>)((dynamic)handed).CountAsync(DayOfWeek.Friday, 12, Task.CompletedTask) },
        { "left alone", static handed => handed.CountAsync(DayOfWeek.Friday, 12, Task.CompletedTask) /* on this line */ }, // instrumentation: off
        { "hand-written decorator in between", static handed => new HandWritten(handed).CountAsync(DayOfWeek.Thursday, 12, Task.CompletedTask) },
    };

    [Theory]
    [MemberData(nameof(Wrapped))]
    public async Task Call_ThroughAWrapper_HasTheTagsOfItsArguments(string caller, Func<Handed, Task<int>> call)
    {
        using var spans = new SpanRecorder();
        Assert.Equal(12, await call(s_handed));
        Assert.Equal((caller, "friday true eu true 12 eu"), (caller, Tags(Assert.Single(spans.Stopped))));
        Assert.Same(spans.Root, Activity.Current);
    }

    [Theory]
    [MemberData(nameof(Unwrapped))]
    public async Task Call_ThroughNone_IsRecordedWithUnknownTags(string caller, Func<Handed, Task<int>> call)
    {
        using var spans = new SpanRecorder();
        Assert.Equal(12, await call(s_handed));
        Assert.Equal((caller, "unknown unknown unknown true  "), (caller, Tags(Assert.Single(spans.Stopped))));
    }

    [Fact]
    public async Task Series_OfBothWays_AreCountedApart()
    {
        var handed = new Handed { Region = "mars" };
        const string series = "handed_count_total{day=\"saturday\",region=\"mars\"}", unknown = "handed_count_total{day=\"unknown\",region=\"unknown\"}";
        var before = await Scraped.ValueAsync(unknown) ?? 0;
        await handed.CountAsync(DayOfWeek.Saturday, 1, Task.CompletedTask);
        await handed.CountAsync(DayOfWeek.Saturday, 1, Task.CompletedTask);
        await ((IHanded)handed).CountAsync(DayOfWeek.Saturday, 1, Task.CompletedTask);
        Assert.Equal(2, await Scraped.ValueAsync(series));
        Assert.True(await Scraped.ValueAsync(unknown) >= before + 1);
    }

    [Fact]
    [Trait("Telemetry", "Exact")]
    public async Task NullReceiver_ThrowsAndLeavesNothingBehind()
    {
        using var spans = new SpanRecorder();
        Assert.Throws<NullReferenceException>(static () => { _ = ((Handed)null!).OtherAsync(true); });
        await UnwrappedAsync();
        Assert.Equal("unknown", Flag(Assert.Single(spans.Stopped)));
    }

    [Fact]
    public async Task TargetThatNeverReachesTheMethod_LeavesNothingBehind()
    {
        using var spans = new SpanRecorder();
        HandedBase derived = new HandedDerived();
        await derived.RunAsync(true);
        await new HandWritten(s_handed).CountAsync(DayOfWeek.Sunday, 1, Task.CompletedTask);
        await new Func<bool, Task>(new HandedBase().RunAsync)(false);
        Assert.Equal("unknown", Flag(Assert.Single(spans.Stopped)));
    }

    [Fact]
    public async Task Virtual_IsHandedNothing_AndSealedIsHandedItsOwn()
    {
        using var spans = new SpanRecorder();
        await new HandedBase().RunAsync(true);
        await new HandedDerived().MayAsync(true);
        HandedBase derived = new HandedDerived();
        await derived.MayAsync(true);
        Assert.Equal(["unknown", "true", "unknown"], spans.Stopped.Select(Flag));
    }

    [Fact]
    public async Task NestedCalls_HaveTheirOwnTags()
    {
        using var spans = new SpanRecorder();
        var inner = new Handed { Region = "us" };
        var outer = new Handed
        {
            Meanwhile = async () =>
            {
                await ((IHanded)inner).CountAsync(DayOfWeek.Monday, 3, Task.CompletedTask);
                await inner.OtherAsync(true);
                await inner.CountAsync(DayOfWeek.Tuesday, 4, Task.CompletedTask);
                await ((IHanded)inner).OtherAsync(true);
            },
        };
        await outer.CountAsync(DayOfWeek.Friday, 11, Task.CompletedTask);
        Assert.Equal(
            ["unknown unknown unknown false  ", "true", "tuesday false us true 4 us", "unknown", "friday true eu false 11 eu"],
            spans.Stopped.Select(static span => span.OperationName.EndsWith("OtherAsync", StringComparison.Ordinal) ? Flag(span) : Tags(span)));
    }

    [Fact]
    public async Task Recursion_HasTheTagsOfEachCall()
    {
        using var spans = new SpanRecorder();
        await s_handed.DownAsync(3);
        Assert.Equal(["0", "1", "2", "3"], spans.Stopped.Select(static span => (string?)span.GetTagItem("depth")));
    }

    [Fact]
    [Trait("Telemetry", "Exact")]
    public async Task ExceptionBeforeEntry_LeavesNothingBehind()
    {
        using var spans = new SpanRecorder();
        Assert.Throws<InvalidOperationException>(static () => { _ = s_handed.OtherAsync(Thrown()); });
        Assert.Throws<TypeInitializationException>(static () => { _ = HandedBroken.RunAsync(true); });
        Assert.Throws<TypeInitializationException>(static () => { _ = HandedBroken.RunAsync(true); });
        await UnwrappedAsync();
        Assert.Equal("unknown", Flag(Assert.Single(spans.Stopped)));

        static bool Thrown() => throw new InvalidOperationException("before");
    }

    [Fact]
    [Trait("Telemetry", "Exact")]
    public async Task ThreadSwitch_KeepsTheTagsOfTheCall()
    {
        using var spans = new SpanRecorder();
        var source = new TaskCompletionSource();
        var first = s_handed.CountAsync(DayOfWeek.Monday, 1, source.Task);
        var second = await Task.Factory.StartNew(
            () => s_handed.CountAsync(DayOfWeek.Tuesday, 20, source.Task), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await UnwrappedAsync();
        var thread = new Thread(source.SetResult);
        thread.Start();
        thread.Join();
        Assert.Equal(21, await first + await second);
        Assert.Equal(
            ["monday false eu false 1 eu", "tuesday true eu true 20 eu", "unknown"],
            spans.Stopped.Select(static span => span.GetTagItem("flag") is null ? Tags(span) : Flag(span)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ThreadsAtOnce_HaveTheirOwnTags()
    {
        using var spans = new SpanRecorder();
        var ready = new Barrier(4);
        var tasks = Enumerable.Range(0, 4).Select(i => Task.Factory.StartNew(
            () =>
            {
                ready.SignalAndWait();
                return i % 2 == 0 ? s_handed.CountAsync((DayOfWeek)i, i, Task.CompletedTask) : ((IHanded)s_handed).CountAsync((DayOfWeek)i, i, Task.CompletedTask);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap());
        await Task.WhenAll(tasks);
        Assert.Equal(["sunday", "tuesday", "unknown", "unknown"], spans.Stopped.Select(static span => (string?)span.GetTagItem("day")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TypeThatIsInitializedByTheCall_DoesNotTakeItsTags()
    {
        using var spans = new SpanRecorder();
        await HandedLate.RunAsync(true);
        await HandedLate.Early;
        Assert.Equal(["true true", "unknown false"], spans.Stopped.Select(static span => $"{Flag(span)} {span.GetTagItem("late")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Telemetry", "Exact")]
    public async Task PrivateGenericMethod_AndTypeParameter_AreHandedOver()
    {
        using var spans = new SpanRecorder();
        Assert.Equal("x", await s_handed.PassAsync());
        Assert.Equal(7, await new HandedBox<int>(7).GetAsync());
        Assert.Equal(7, await new Func<ValueTask<int>>(new HandedBox<int>(7).GetAsync)());
        Assert.Equal(["Int32", "unknown"], spans.Stopped.Select(static span => (string?)span.GetTagItem("kind")));
        Assert.Equal(1, await Scraped.ValueAsync("handed_private_seconds_count{flag=\"true\",outcome=\"success\"}"));
    }

    public static TheoryData<string, Func<HandedCore, Task<int>>> CoreCallers => new()
    {
        { "direct", static core => core.RunAsync(true, "x", 5, Task.CompletedTask) },
        { "delegate", static core => new Func<bool, string, int, Task, Task<int>>(core.RunAsync)(true, "x", 5, Task.CompletedTask) },
        { "dynamic", static core => (Task<int>)((dynamic)core).RunAsync(true, "x", 5, Task.CompletedTask) },
    };

    [Theory]
    [MemberData(nameof(CoreCallers))]
    public async Task BodyInPlaceUnderADefinition_HasTagsFromEveryCaller(string caller, Func<HandedCore, Task<int>> call)
    {
        using var spans = new SpanRecorder();
        Assert.Equal(5, await call(new HandedCore()));
        var span = Assert.Single(spans.Stopped);
        Assert.Equal((caller, "true", "x"), (caller, Flag(span), span.GetTagItem("text")));
    }

    [Fact]
    public async Task BodyInPlaceUnderADefinition_OfOtherShapes_IsRecordedOnce()
    {
        await HandedCore.PlainAsync();
        await new HandedCore().SendAsync([1, 2, 3]);
        var done = new TaskCompletionSource();
        new HandedCore().Fire(true, done);
        await done.Task;
        Assert.Equal(1, await Scraped.ValueAsync("handed_core_plain_seconds_count{outcome=\"success\"}"));
        Assert.Equal(3, await Scraped.ValueAsync("handed_core_bytes_total"));
        Assert.Equal(1, await Scraped.ValueAsync("handed_core_void_seconds_count{flag=\"true\",outcome=\"success\"}"));
    }

    [Fact]
    public async Task InFlight_FallsWhereItRose()
    {
        var source = new TaskCompletionSource();
        const string series = "handed_count_in_flight{big=\"true\",day=\"wednesday\",region=\"eu\"}";
        var call = s_handed.CountAsync(DayOfWeek.Wednesday, 100, source.Task);
        Assert.Equal(1, await Scraped.ValueAsync(series));
        source.SetResult();
        await call;
        Assert.Equal(0, await Scraped.ValueAsync(series));
    }

    [Fact]
    public async Task ValueOfAnArgument_IsRecordedByCallers()
    {
        await HandedToCallers.SendAsync([1, 2, 3]);
        await new Func<byte[], Task>(HandedToCallers.SendAsync)([1, 2]); // instrumentation: off
        Assert.Equal(3, await Scraped.ValueAsync("handed_bytes_sum"));
    }

    [Fact]
    public async Task Builder_OfTheAuthor_RunsInsideOurs()
    {
        Assert.Equal(1, await HandedBuilders.NamedAsync(true));
        await HandedBuilders.OwnAsync();
        Assert.Equal((1, 1), (CountingBuilder<int>.Made, OwnBuilder.Made));
        Assert.Equal(1, await Scraped.ValueAsync("handed_named_seconds_count{flag=\"true\",outcome=\"success\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("handed_own_seconds_count{outcome=\"success\"}"));
    }

    [Fact]
    public async Task Pool_MakesASecondAwaitThrow()
    {
        var source = new TaskCompletionSource();
        var pending = HandedBuilders.PooledAsync(source.Task);
        source.SetResult();
        Assert.Equal(1, await pending);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await pending);
        Assert.Equal(1, await Scraped.ValueAsync("handed_pooled_seconds_count{outcome=\"success\"}"));
    }

    private static Task UnwrappedAsync() => new Func<bool, Task>(s_handed.OtherAsync)(true);

    [NotInstrumented]
    private static IHanded Contained(Handed handed) => new ServiceCollection().AddSingleton<IHanded>(handed).AddInstrumentation().BuildServiceProvider().GetRequiredService<IHanded>();

    private static string Tags(Activity span) => string.Join(' ', new[] { "day", "big", "region", "even", "exact", "name" }.Select(name => span.GetTagItem(name)?.ToString()));

    private static string? Flag(Activity span) => (string?)span.GetTagItem("flag");
}
