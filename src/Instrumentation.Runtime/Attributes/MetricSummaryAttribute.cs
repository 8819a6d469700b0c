namespace Instrumentation;

/// <summary>
/// Records a value of each completed call of a method as a sum and a count, without buckets; without <see cref="Value"/>, its duration in seconds.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Two series for each combination of tags, <c>_sum</c> and <c>_count</c>, where a histogram has one more for each bucket: for averages
/// (<c>rate(x_sum[5m]) / rate(x_count[5m])</c>) of what has many tags. No quantiles are shown: they could not be added up over instances.</item>
/// <item>On a method with a body: recorded when the call completes. On a partial method without a body: its <see cref="ValueAttribute"/> parameter, or
/// <see cref="Value"/>, is recorded when it is called.</item>
/// <item>The meter <c>Instrumentation</c> shows it as a histogram without buckets: <c>System.Diagnostics.Metrics</c> has no summary.</item>
/// <item>A name is either a summary or a histogram; INS0003 reports it where it is both.</item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// [MetricSummary("schema_registry_cache_lookup_seconds", Description = "Time to look a schema up in the cache.")]
/// [MetricSummary("schema_registry_cached_bytes", Value = "result.Length", Unit = "bytes", When = Outcomes.Success)]
/// [Tag("format", From = "format")]
/// public byte[] Lookup(SchemaFormat format, long id) { … }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class MetricSummaryAttribute : Attribute
{
    /// <summary>Records under the given name.</summary>
    /// <param name="name">Name of the summary as Prometheus shows it: <c>[a-zA-Z_:][a-zA-Z0-9_:]*</c>, by convention ending in its unit; <c>_sum</c> and <c>_count</c> are appended.</param>
    public MetricSummaryAttribute(string name) => Name = name;

    /// <summary>Name of the summary.</summary>
    public string Name { get; }

    /// <summary>What the summary means, in one sentence; the text after <c># HELP</c>.</summary>
    public string? Description { get; set; }

    /// <summary>Unit of the value in words that Prometheus uses (<c>bytes</c>, <c>seconds</c>); <c>seconds</c> when the duration is recorded.</summary>
    public string? Unit { get; set; }

    /// <summary>Outcomes that are recorded; default <see cref="Outcomes.All"/>.</summary>
    public Outcomes When { get; set; } = Outcomes.All;

    /// <summary>
    /// What is recorded: a C# expression over the parameters, <c>this</c> and <c>result</c>; a number, or a <see cref="TimeSpan"/>, of which the seconds are.
    /// Default: the call's duration in seconds. With <c>result</c> only calls that returned are recorded.
    /// </summary>
    public string? Value { get; set; }

    /// <summary>Name of a tag that carries the outcome; none by default.</summary>
    public string? OutcomeTag { get; set; }

    /// <summary>Names of the declared tags that the summary takes; default: all of them.</summary>
    public string[]? Tags { get; set; }
}
