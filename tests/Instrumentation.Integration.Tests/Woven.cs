using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Instrumentation.Integration.Tests;

/// <summary>Half of it is instrumented.</summary>
public interface IWoven
{
    /// <summary>Woven at its definition in the class.</summary>
    int Add(int number);

    /// <summary>Woven in place in the class.</summary>
    Task<int> AddAsync(int number, Task before);
}

/// <summary>A class whose methods record their calls themselves.</summary>
public partial class Woven : IWoven
{
    /// <summary>Woven at its definition.</summary>
    [Instrumented("woven_add_seconds")]
    [MetricCounter("woven_add_total")]
    [Tag("big", From = "number > 10")]
    public virtual partial int Add(int number);

    private int AddCore(int number) => number < 0 ? throw new ArgumentOutOfRangeException(nameof(number)) : number + 1;

    /// <summary>Woven at its definition, and generic.</summary>
    [Instrumented("woven_generic_seconds", Span = false)]
    public static partial Task<T> PassAsync<T>(T value, Task before)
        where T : notnull;

    private static async Task<T> PassAsyncCore<T>(T value, Task before)
        where T : notnull
    {
        await before.ConfigureAwait(false);
        return value;
    }

    /// <summary>Woven in place.</summary>
    [Instrumented("woven_in_place_seconds", InFlight = true, Calls = true)]
    [Tag("even", From = "result % 2 == 0")]
    [FailureWhen("result == 13")]
    public async partial Task<int> AddAsync(int number, Task before)
    {
        Current = Activity.Current;
        await before.ConfigureAwait(false);
        After = Activity.Current;
        return number < 0 ? throw new InvalidOperationException("negative") : number + 1;
    }

    /// <summary>Woven in place, with defaults, of a type parameter.</summary>
    [Instrumented("woven_kept_seconds")]
    public static async partial ValueTask<T?> KeepAsync<T>(T? value = default, DayOfWeek day = DayOfWeek.Friday, string text = "a\"b", double number = 1.5)
        where T : class
    {
        await Task.Yield();
        return value;
    }

    /// <summary>Woven at its definition: it awaits its body.</summary>
    [Instrumented("woven_void_seconds")]
    public partial void Fire(Task before, TaskCompletionSource done);

    private static async Task FireCore(Task before) => await before.ConfigureAwait(false);

    private async Task FireCore(Task before, TaskCompletionSource done)
    {
        await FireCore(before).ConfigureAwait(false);
        done.SetResult();
    }

    /// <summary>Woven at its definition, over a body that needs no instance.</summary>
    [Instrumented("woven_static_body_seconds", Span = false)]
    public partial Task<int> ParseAsync([Tag] bool isHex, string text);

    private static async partial Task<int> ParseAsyncCore(bool isHex, string text)
    {
        await Task.Yield();
        return Convert.ToInt32(text, isHex ? 16 : 10);
    }

    /// <summary>The same, not async.</summary>
    [Instrumented("woven_static_sync_seconds", Span = false)]
    public partial int Parse(string text);

    internal static int ParseCore(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Woven in place, and never pending.</summary>
    [Instrumented("woven_done_seconds", Span = false)]
    public async partial Task DoneAsync()
    {
        await Task.CompletedTask;
    }

    /// <summary>The span inside the method.</summary>
    public Activity? Current { get; private set; }

    /// <summary>The span after an await.</summary>
    public Activity? After { get; private set; }
}

/// <summary>Calls the base from its override.</summary>
public sealed class WovenDerived : Woven
{
    /// <inheritdoc />
    [NotInstrumented]
    public override int Add(int number) => base.Add(number) + 1;
}

/// <summary>A struct, and a type parameter around the method.</summary>
/// <typeparam name="T">Of the value.</typeparam>
public partial struct WovenBox<T>
{
    /// <summary>Its value.</summary>
    public T? Value { get; private set; }

    /// <summary>Changes the struct itself.</summary>
    [Instrumented("woven_box_seconds", Span = false)]
    public partial ref T Put(ref T value);

    private ref T PutCore(ref T value)
    {
        Value = value;
        return ref value;
    }

    /// <summary>Woven in place.</summary>
    [Instrumented("woven_box_async_seconds", Span = false)]
    internal static async partial ValueTask<T> GetAsync(T value)
    {
        await Task.Yield();
        return value;
    }
}
