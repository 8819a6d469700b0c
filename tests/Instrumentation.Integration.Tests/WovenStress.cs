using System.Diagnostics;

namespace Instrumentation.Integration.Tests;

/// <summary>A woven method that calls another one.</summary>
internal static partial class WovenStress
{
    [Instrumented("woven_stress_outer_seconds")]
    public static async partial Task<int> OuterAsync(int ending, Activity flow)
    {
        var mine = Activity.Current;
        try
        {
            await InnerAsync(ending).ConfigureAwait(false);
        }
        catch (Exception) when (ending != 0)
        {
            await Task.Yield();
        }

        return ReferenceEquals(mine, Activity.Current) && (ReferenceEquals(mine, flow) || mine!.ParentSpanId == flow.SpanId)
            ? ending
            : throw new InvalidDataException("The span of another call is the current one.");
    }

    [Instrumented("woven_stress_inner_seconds")]
    public static async partial Task<int> InnerAsync(int ending)
    {
        await Task.Yield();
        return ending switch
        {
            0 => 1,
            1 => throw new InvalidOperationException("asked"),
            _ => throw new OperationCanceledException("asked"),
        };
    }
}
