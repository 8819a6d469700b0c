using System.Diagnostics;

namespace Instrumentation.Integration.Tests;

/// <summary>A woven method that calls another one, with tags that their callers hand over.</summary>
internal static partial class WovenStress
{
    /// <summary>The other one without a wrapper in front: its tags are unknown.</summary>
    private static readonly Func<Ending, Task<int>> s_inner = InnerAsync;

    /// <summary>How a call ends.</summary>
    internal enum Ending
    {
        Return,
        Throw,
        Cancel,
    }

    [Instrumented("woven_stress_outer_seconds")]
    public static async partial Task<int> OuterAsync([Tag(MaxValues = 8)] int flow, Ending ending, bool isHanded, Activity caller)
    {
        var mine = Activity.Current;
        try
        {
            await CallInnerAsync(ending, isHanded).ConfigureAwait(false);
        }
        catch (Exception) when (ending != Ending.Return)
        {
            await Task.Yield();
        }

        return ReferenceEquals(mine, Activity.Current) && mine!.ParentSpanId == caller.SpanId
            ? flow
            : throw new InvalidDataException("The span of another call is the current one.");
    }

    [Instrumented("woven_stress_inner_seconds")]
    public static async partial Task<int> InnerAsync([Tag] Ending ending)
    {
        await Task.Yield();
        return ending switch
        {
            Ending.Return => 1,
            Ending.Throw => throw new InvalidOperationException("asked"),
            _ => throw new OperationCanceledException("asked"),
        };
    }

    public static Task<int> CallInnerAsync(Ending ending, bool isHanded) => isHanded ? InnerAsync(ending) : s_inner(ending);
}
