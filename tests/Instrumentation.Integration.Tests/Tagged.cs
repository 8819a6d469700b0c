namespace Instrumentation.Integration.Tests;

/// <summary>A closed set with a text of its own.</summary>
public enum Color
{
    /// <summary>Shown as dark_red.</summary>
    DarkRed = 3,

    /// <summary>Shown as verdant.</summary>
    [TagValue("verdant")]
    Green = 9,
}

/// <summary>Methods with a tag of each kind.</summary>
internal sealed class Tagged
{
    [MetricCounter("tags_never_called_total")]
    public void Never([Tag] Color color, [Tag] bool on)
    {
    }

    [MetricCounter("tags_enum_total")]
    public void OfEnum([Tag] Color color)
    {
    }

    [MetricCounter("tags_nullable_total")]
    public void OfNullable([Tag] Color? color)
    {
    }

    [MetricCounter("tags_declared_total")]
    public void OfDeclared([Tag(Values = ["eu", "us"])] string? region, [Tag("retry", Values = ["0", "1", "2"])] int retries)
    {
    }

    [MetricCounter("tags_bounded_total")]
    public void OfBounded([Tag(MaxValues = 3)] string tenant)
    {
    }

    [MetricCounter("tags_many_total")]
    public void OfMany([Tag(MaxValues = 10_000)] string a, [Tag(MaxValues = 10_000)] string b, [Tag(MaxValues = 10_000)] string c)
    {
    }

    [MetricCounter("tags_expression_total")]
    [Tag("empty", From = "text.Length == 0")]
    public int OfExpression(string text) => text?.Length ?? 0;

    [MetricCounter("tags_result_calls_total")]
    [MetricCounter("tags_result_letters_total", Value = "result.Length")]
    [MetricHistogram("tags_result_size_bytes", Value = "result.Length", Unit = "bytes", Buckets = [1, 10], Tags = [])]
    [Tag("long", From = "result.Length > text.Length - 1 && result.Length > 3")]
    public async Task<string> OfResultAsync(string text)
    {
        await Task.Yield();
        ArgumentNullException.ThrowIfNull(text);
        return text;
    }

    /// <summary>Recorded by summaries alone, but for the calls.</summary>
    [Instrumented(Duration = false, Calls = true, CallsName = "summed_calls_total", Span = false)]
    [MetricSummary("summed_seconds", OutcomeTag = "result")]
    [MetricSummary("summed_letters", Value = "result.Length")]
    [Tag("long", From = "text.Length > 3")]
    public async Task<string> SumAsync(string text)
    {
        await Task.Delay(20);
        return text.Length == 0 ? throw new InvalidOperationException("empty") : text;
    }

    [MetricCounter("tags_judged_total", OutcomeTag = "result")]
    [MetricCounter("tags_judged_badly_total", When = Outcomes.Failure)]
    public void Judge(bool good)
    {
        if (!good)
        {
            throw new InvalidOperationException("bad");
        }
    }
}
