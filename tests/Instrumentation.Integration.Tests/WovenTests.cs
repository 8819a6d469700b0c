using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using Instrumentation.Integration.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.Integration.Tests;

/// <summary>Methods that are woven at their definition or in place record each call once, whoever makes it.</summary>
public sealed class WovenTests
{
    public static TheoryData<string, Func<Woven, int>> Callers => new()
    {
        { "direct", static woven => woven.Add(1) },
        { "interface", static woven => ((IWoven)woven).Add(1) },
        { "delegate", static woven => new Func<int, int>(woven.Add)(1) },
        { "method group", static woven => new[] { 1 }.Select(woven.Add).Single() },
        { "reflection", static woven => (int)typeof(Woven).GetMethod(nameof(Woven.Add))!.Invoke(woven, [1])! },
        { "expression tree", static woven => ((Expression<Func<Woven, int>>)(target => target.Add(1))).Compile()(woven) },
        { "dynamic", static woven => ((dynamic)woven).Add(1) },
        { "override that calls its base", static _ => new WovenDerived().Add(1) - 1 },
        { "container", static woven => new ServiceCollection().AddSingleton<IWoven>(woven).AddInstrumentation().BuildServiceProvider().GetRequiredService<IWoven>().Add(1) },
    };

    [Theory]
    [MemberData(nameof(Callers))]
    public void Definition_IsRecordedOnce(string caller, Func<Woven, int> call)
    {
        using var spans = new SpanRecorder();
        Assert.Equal((caller, 2), (caller, call(new Woven())));
        Assert.Equal(["Woven.Add"], spans.Stopped.Select(static span => span.OperationName));
    }

    public static TheoryData<string, Func<Woven, Task, Task<int>>> AsyncCallers => new()
    {
        { "direct", static (woven, before) => woven.AddAsync(1, before) },
        { "interface", static (woven, before) => ((IWoven)woven).AddAsync(1, before) },
        { "delegate", static (woven, before) => new Func<int, Task, Task<int>>(woven.AddAsync)(1, before) },
        { "reflection", static (woven, before) => (Task<int>)typeof(Woven).GetMethod(nameof(Woven.AddAsync))!.Invoke(woven, [1, before])! },
        { "expression tree", static (woven, before) => ((Expression<Func<Woven, Task, Task<int>>>)((target, task) => target.AddAsync(1, task))).Compile()(woven, before) },
        { "container", static (woven, before) => new ServiceCollection().AddSingleton<IWoven>(woven).AddInstrumentation().BuildServiceProvider().GetRequiredService<IWoven>().AddAsync(1, before) },
    };

    [Theory]
    [MemberData(nameof(AsyncCallers))]
    public async Task InPlace_IsRecordedOnceBeforeItsCallerResumes(string caller, Func<Woven, Task, Task<int>> call)
    {
        using var spans = new SpanRecorder();
        var woven = new Woven();
        var source = new TaskCompletionSource();
        var pending = call(woven, source.Task);
        Assert.Same(spans.Root, Activity.Current);
        Assert.Empty(spans.Stopped);
        source.SetResult();
        Assert.Same(spans.Root, Activity.Current);
        Assert.Equal((caller, 2), (caller, await pending));
        var span = Assert.Single(spans.Stopped);
        Assert.Same(span, woven.Current);
        Assert.Same(span, woven.After);
        Assert.Equal("Woven.AddAsync", span.OperationName);
        Assert.Equal("true", span.GetTagItem("even"));
        Assert.Equal(spans.Root.SpanId, span.ParentSpanId);
    }

    [Fact]
    public async Task InPlace_Outcomes_AreTheTruth()
    {
        var woven = new Woven();
        var before = await CountsAsync();
        await woven.AddAsync(3, Task.CompletedTask);
        await woven.AddAsync(12, Task.CompletedTask);
        await Assert.ThrowsAsync<InvalidOperationException>(() => woven.AddAsync(-1, Task.CompletedTask));
        await Assert.ThrowsAsync<TaskCanceledException>(() => woven.AddAsync(1, Task.FromCanceled(new CancellationToken(canceled: true))));
        var after = await CountsAsync();
        Assert.Equal([1, 1, 1, 1], after.Zip(before, static (now, then) => now - then));

        static async Task<double[]> CountsAsync() =>
        [
            await CountAsync("even=\"true\",outcome=\"success\""),
            await CountAsync("even=\"false\",outcome=\"failure\""),
            await CountAsync("even=\"none\",outcome=\"failure\""),
            await CountAsync("even=\"none\",outcome=\"cancelled\""),
        ];

        static async Task<double> CountAsync(string labels) => await Scraped.ValueAsync($"woven_in_place_seconds_count{{{labels}}}") ?? 0;
    }

    [Fact]
    public async Task InPlace_InFlight_RisesAndFalls()
    {
        var source = new TaskCompletionSource();
        var before = await Scraped.ValueAsync("woven_in_place_in_flight");
        var call = new Woven().AddAsync(1, source.Task);
        Assert.Equal((before ?? 0) + 1, await Scraped.ValueAsync("woven_in_place_in_flight"));
        source.SetResult();
        await call;
        Assert.Equal(before ?? 0, await Scraped.ValueAsync("woven_in_place_in_flight"));
    }

    [Fact]
    public async Task GenericMethodsAndTypes_AreRecorded()
    {
        Assert.Equal("x", await Woven.PassAsync("x", Task.CompletedTask));
        Assert.Equal("y", await Woven.KeepAsync("y"));
        var box = default(WovenBox<int>);
        var value = 4;
        box.Put(ref value)++;
        Assert.Equal((4, 5), (box.Value, value));
        Assert.Equal(7, await WovenBox<int>.GetAsync(7));
        Assert.Equal(1, await Scraped.ValueAsync("woven_generic_seconds_count{outcome=\"success\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("woven_kept_seconds_count{outcome=\"success\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("woven_box_seconds_count{outcome=\"success\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("woven_box_async_seconds_count{outcome=\"success\"}"));
    }

    [Fact]
    public async Task Definition_OverAStaticBody_IsRecordedWithItsTags()
    {
        var woven = new Woven();
        Assert.Equal(255, await woven.ParseAsync(isHex: true, "ff"));
        Assert.Equal(7, new[] { "7" }.Select(woven.Parse).Single());
        Assert.Equal(1, await Scraped.ValueAsync("woven_static_body_seconds_count{is_hex=\"true\",outcome=\"success\"}"));
        Assert.Equal(1, await Scraped.ValueAsync("woven_static_sync_seconds_count{outcome=\"success\"}"));
    }

    [Fact]
    public async Task Definition_OfAHandlerThatAwaitsItsBody_IsRecorded()
    {
        var (source, done) = (new TaskCompletionSource(), new TaskCompletionSource());
        await Task.Run(() =>
        {
            new Woven().Fire(source.Task, done);
            source.SetResult(); // The rest of the method runs here, where no context stands in the way.
        });
        Assert.True(done.Task.IsCompleted);
        Assert.Equal(1, await Scraped.ValueAsync("woven_void_seconds_count{outcome=\"success\"}"));
    }

    [Fact]
    public async Task InPlace_CompletedWhereNoContextFlows_LeavesTheCompletersSpan()
    {
        using var spans = new SpanRecorder();
        var source = new TaskCompletionSource();
        Task<int> call;
        using (ExecutionContext.SuppressFlow())
        {
            call = new Woven().AddAsync(1, source.Task);
        }

        using var other = new Activity("other").Start();
        source.SetResult();
        Assert.Same(other, Activity.Current);
        Assert.Equal(2, await call);
    }

    public static TheoryData<string, Func<WovenOwner, Task>, string[]> Owners => new()
    {
        { "direct, definition", static owner => Task.FromResult(owner.Both(1)), ["WovenOwner.Both"] },
        { "direct, in place", static owner => owner.BothAsync(), ["WovenOwner.BothAsync"] },
        { "direct, in place with tags", static owner => owner.TaggedAsync(true), ["WovenOwner.TaggedAsync"] },
        { "direct, definition over in place", static owner => owner.OverAsync(true), ["WovenOwner.OverAsync"] },
        { "call site of the interface, definition over in place", static owner => ((IOwning)owner).OverAsync(true), ["WovenOwner.OverAsync"] },
        { "decorator in front, definition over in place", static owner => Contained(owner).OverAsync(true), ["WovenOwner.OverAsync"] },
        { "interface without an attribute, in place with tags", static owner => ((IOwning)owner).TaggedAsync(true), ["WovenOwner.TaggedAsync"] },
        { "decorator in front, in place with tags", static owner => Contained(owner).TaggedAsync(true), ["WovenOwner.TaggedAsync"] },
        { "override that calls the base, in place", static _ => new WovenOwnerDerived().BothAsync(), ["WovenOwner.BothAsync"] },
        { "override that calls the base, definition", static _ => Task.FromResult(new WovenOwnerDerived().Both(1)), ["WovenOwner.Both"] },
        { "interface in front of an override that calls the base", static _ => ((IOwning)new WovenOwnerDerived()).BothAsync(), ["WovenOwner.BothAsync"] },
        { "interface of both, call site", static owner => Task.FromResult(((IOwning)owner).Both(1)), ["WovenOwner.Both"] },
        { "interface of both, in place", static owner => ((IOwning)owner).BothAsync(), ["WovenOwner.BothAsync"] },
        { "interface of both, decorator in front", static owner => Contained(owner).BothAsync(), ["WovenOwner.BothAsync"] },
        { "interface of both, decorator in front, definition", static owner => Task.FromResult(Contained(owner).Both(1)), ["WovenOwner.Both"] },
        { "decorator of another method", static owner => Task.FromResult(Contained(owner).Decorated()), ["WovenOwner.Decorated"] },
        { "virtual of both", static owner => ((WovenOwnerBase)owner).OverriddenAsync(), ["WovenOwner.OverriddenAsync"] },
        { "virtual of the base alone", static owner => Task.FromResult(((WovenOwnerBase)owner).Virtual()), ["WovenOwnerBase.Virtual"] },
    };

    [Theory]
    [Trait("Telemetry", "Exact")]
    [MemberData(nameof(Owners))]
    public async Task Woven_WithSomethingInFront_IsRecordedByItselfOnly(string what, Func<WovenOwner, Task> call, string[] recorded)
    {
        using var spans = new SpanRecorder();
        await call(new WovenOwner());
        Assert.Equal((what, string.Join(",", recorded)), (what, string.Join(",", spans.Stopped.Select(static span => span.OperationName))));
    }

    [NotInstrumented]
    private static IOwning Contained(WovenOwner owner) =>
        new ServiceCollection().AddSingleton<IOwning>(owner).AddInstrumentation().BuildServiceProvider().GetRequiredService<IOwning>();

    [Fact]
    public void Definition_Throws_AsItsBodyDoes()
    {
        using var spans = new SpanRecorder();
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Woven().Add(-1));
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(spans.Stopped).Status);
        Assert.NotNull(typeof(Woven).GetMethod(nameof(Woven.Add))!.GetCustomAttribute<Weaving.WovenAttribute>());
    }
}
