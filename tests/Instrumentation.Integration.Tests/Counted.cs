namespace Instrumentation.Integration.Tests;

/// <summary>Members that are numbered from 0.</summary>
public enum Level : short
{
    /// <summary>0.</summary>
    Low,

    /// <summary>1.</summary>
    High,
}

/// <summary>The same, with more bits than an index has.</summary>
public enum Wide : ulong
{
    /// <summary>0.</summary>
    First,

    /// <summary>1.</summary>
    Second,
}

/// <summary>Methods whose counter has the tags of their histogram, so that one recording is both.</summary>
internal sealed partial class Counted
{
    [Instrumented("counted_seconds", OutcomeTag = "result")]
    [MetricCounter("counted_total", OutcomeTag = "result")]
    [MetricCounter("counted_failures_total", When = Outcomes.Failure)]
    public void Judge([Tag] Level level, bool good)
    {
        if (!good)
        {
            throw new InvalidOperationException("bad");
        }
    }

    /// <summary>Shares the histogram and not the counter.</summary>
    [Instrumented("counted_seconds", OutcomeTag = "result")]
    public void Time([Tag] Level level)
    {
    }

    [MetricCounter("counted_wide_total")]
    public void Widen([Tag] Wide wide)
    {
    }

    /// <summary>Summaries in place.</summary>
    [MetricSummary("counted_in_place_seconds", OutcomeTag = "result")]
    [MetricSummary("counted_in_place_letters", Value = "result.Length")]
    [MetricCounter("counted_in_place_total", OutcomeTag = "result")]
    public async partial Task<string> ReadAsync(string text)
    {
        await Task.Yield();
        return text.Length == 0 ? throw new InvalidOperationException("empty") : text;
    }
}
