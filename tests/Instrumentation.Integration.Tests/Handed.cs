using System.Diagnostics;

namespace Instrumentation.Integration.Tests;

/// <summary>An interface in front of methods that are recorded in place with tags of their arguments.</summary>
public interface IHanded
{
    /// <summary>Recorded in place in the class.</summary>
    Task<int> CountAsync(DayOfWeek day, int number, Task before);

    /// <summary>Recorded in place in the class.</summary>
    Task OtherAsync(bool flag);
}

/// <summary>Its methods take tags from the wrapper in front of them.</summary>
public sealed partial class Handed : IHanded
{
    /// <summary>Three tags and a tag of the span that only a caller knows, and one of the result.</summary>
    [Instrumented("handed_count_seconds", InFlight = true)]
    [MetricCounter("handed_count_total", Tags = ["region", "day"])]
    [Tag("big", From = "number > 10")]
    [Tag("region", From = "this.Region", MaxValues = 5)]
    [Tag("even", From = "result % 2 == 0")]
    [SpanTag("exact", From = "number")]
    [SpanTag("name", From = "this.Region")]
    public async partial Task<int> CountAsync([Tag] DayOfWeek day, int number, Task before)
    {
        var others = Meanwhile;
        if (others is not null)
        {
            await others().ConfigureAwait(false);
        }

        await before.ConfigureAwait(false);
        return number < 0 ? throw new InvalidOperationException("negative") : number;
    }

    /// <inheritdoc />
    [Instrumented("handed_other_seconds")]
    public async partial Task OtherAsync([Tag] bool flag) => await Task.Yield();

    /// <summary>Calls itself.</summary>
    [Instrumented("handed_down_seconds")]
    public async partial Task DownAsync([Tag(MaxValues = 20)] int depth)
    {
        if (depth > 0)
        {
            await DownAsync(depth - 1).ConfigureAwait(false);
        }
    }

    /// <summary>Private: what hands over reaches it through a member of the type.</summary>
    [Instrumented("handed_private_seconds", Span = false)]
    private async partial Task<T> PassAsync<T>(T value, [Tag] bool flag)
        where T : notnull
    {
        await Task.Yield();
        return value;
    }

    /// <summary>Calls the private one.</summary>
    public Task<string> PassAsync() => PassAsync("x", true);

    /// <summary>A part of the instance.</summary>
    public string Region { get; init; } = "eu";

    /// <summary>What the first method does before anything else.</summary>
    public Func<Task>? Meanwhile { get; init; }
}

/// <summary>Calls a method of its own before the first call of any: while tags are on their way.</summary>
public static partial class HandedLate
{
    static HandedLate()
    {
        Early = new Func<bool, Task<bool>>(RunAsync)(false);
    }

    /// <summary>The call in the constructor.</summary>
    public static Task<bool> Early { get; }

    /// <summary>Called by the constructor, by a delegate, before the caller's own call runs.</summary>
    [Instrumented("handed_late_seconds")]
    [Tag("late", From = "result")]
    public static async partial Task<bool> RunAsync([Tag] bool flag)
    {
        await Task.Yield();
        return flag;
    }
}

/// <summary>Its method can be overridden, so that nothing is handed over to it.</summary>
public partial class HandedBase
{
    /// <summary>Overridden by what does not call it.</summary>
    [Instrumented("handed_virtual_seconds")]
    public virtual async partial Task RunAsync([Tag] bool flag) => await Task.Yield();

    /// <summary>Overridden by a method of its own telemetry.</summary>
    [Instrumented("handed_overridden_seconds")]
    public virtual Task MayAsync([Tag] bool flag) => Task.CompletedTask;
}

/// <summary>Overrides without calling the base, which leaves what might have been handed over for whoever comes next.</summary>
public sealed partial class HandedDerived : HandedBase
{
    /// <inheritdoc />
    [NotInstrumented]
    public override Task RunAsync(bool flag) => Task.CompletedTask;

    /// <summary>Overrides a method with wrappers, and is sealed.</summary>
    [Instrumented("handed_sealed_seconds")]
    public override async partial Task MayAsync([Tag] bool flag) => await Task.Yield();
}

/// <summary>Written by hand, between a caller and the class.</summary>
[NotInstrumented]
public sealed class HandWritten(IHanded inner) : IHanded
{
    /// <inheritdoc />
    public Task<int> CountAsync(DayOfWeek day, int number, Task before) => day == DayOfWeek.Sunday ? Task.FromResult(0) : inner.CountAsync(day + 1, number, before);

    /// <inheritdoc />
    public Task OtherAsync(bool flag) => inner.OtherAsync(!flag);
}

/// <summary>A struct and a type parameter.</summary>
/// <typeparam name="T">Of the value.</typeparam>
public readonly partial struct HandedBox<T>(T value)
    where T : notnull
{
    /// <summary>Its tag needs the type parameter.</summary>
    [Instrumented("handed_box_seconds")]
    [Tag("kind", From = "typeof(T).Name", MaxValues = 3)]
    public async partial ValueTask<T> GetAsync()
    {
        var own = value;
        await Task.Yield();
        return own;
    }
}

/// <summary>What a builder can neither see nor be handed: its callers record.</summary>
public static partial class HandedToCallers
{
    /// <summary>Its value reads an argument.</summary>
    [MetricHistogram("handed_bytes", Value = "bytes.Length")]
    public static async partial Task SendAsync(byte[] bytes) => await Task.Yield();
}

/// <summary>The author's own builders, inside ours.</summary>
public static partial class HandedBuilders
{
    /// <summary>Named in the attribute.</summary>
    [Instrumented("handed_named_seconds", Builder = typeof(CountingBuilder<>))]
    public static async partial ValueTask<int> NamedAsync([Tag] bool flag)
    {
        await Task.Yield();
        return flag ? 1 : 2;
    }

    /// <summary>Pooled.</summary>
    [Instrumented("handed_pooled_seconds", Pool = true, Span = false)]
    public static async partial ValueTask<int> PooledAsync(Task before)
    {
        await before.ConfigureAwait(false);
        return 1;
    }

    /// <summary>Named by what it returns.</summary>
    [Instrumented("handed_own_seconds")]
    public static async partial Own OwnAsync() => await Task.Yield();
}

/// <summary>Woven at its definition, over a body that is recorded in place: every caller has tags, and none pays for a wrapper's task.</summary>
public partial class HandedCore
{
    /// <summary>Virtual, and handed over all the same: the body is not.</summary>
    [Instrumented("handed_core_seconds")]
    [SpanTag("text", From = "text")]
    public virtual partial Task<T> RunAsync<T>([Tag] bool flag, string text, T value, Task before);

    private async partial Task<T> RunAsyncCore<T>(bool flag, string text, T value, Task before)
    {
        await before.ConfigureAwait(false);
        return value;
    }

    /// <summary>Without tags of arguments.</summary>
    [Instrumented("handed_core_plain_seconds", Span = false)]
    public static partial ValueTask PlainAsync();

    private static async partial ValueTask PlainAsyncCore() => await Task.Yield();

    /// <summary>Its value reads an argument, which the definition has: it records.</summary>
    [MetricCounter("handed_core_bytes_total", Value = "bytes.Length")]
    public partial Task SendAsync(byte[] bytes);

    private async partial Task SendAsyncCore(byte[] bytes) => await Task.Yield();

    /// <summary>Awaits its body.</summary>
    [Instrumented("handed_core_void_seconds", Span = false)]
    public partial void Fire([Tag] bool flag, TaskCompletionSource done);

    private async partial Task FireCore(bool flag, TaskCompletionSource done)
    {
        await Task.CompletedTask;
        done.SetResult();
    }
}

/// <summary>Cannot be initialized.</summary>
public static partial class HandedBroken
{
    static HandedBroken() => throw new InvalidOperationException("broken");

    /// <summary>Is never reached.</summary>
    [Instrumented("handed_broken_seconds")]
    public static async partial Task RunAsync([Tag] bool flag) => await Task.Yield();
}
