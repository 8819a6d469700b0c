namespace Instrumentation;

/// <summary>Records a value of each completed call of a method into a histogram; without <see cref="Value"/>, its duration in seconds.</summary>
/// <example>
/// <code>
/// [MetricHistogram("schema_registry_schema_size_bytes", Value = "schema.Text.Length", Unit = "bytes", Buckets = [100, 1e3, 1e4, 1e5])]
/// [Tag("format", From = "schema.Format")]
/// public Task&lt;Registration&gt; AddAsync(NewSchema schema, CancellationToken cancellation) { … }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class MetricHistogramAttribute : Attribute
{
    /// <summary>Records under the given name.</summary>
    /// <param name="name">Name of the histogram as Prometheus shows it: <c>[a-zA-Z_:][a-zA-Z0-9_:]*</c>, by convention ending in its unit.</param>
    public MetricHistogramAttribute(string name) => Name = name;

    /// <summary>Name of the histogram.</summary>
    public string Name { get; }

    /// <summary>What the histogram means, in one sentence; the text after <c># HELP</c>.</summary>
    public string? Description { get; set; }

    /// <summary>Unit of the value in words that Prometheus uses (<c>bytes</c>, <c>seconds</c>); <c>seconds</c> when the duration is recorded.</summary>
    public string? Unit { get; set; }

    /// <summary>Upper bounds of the buckets in the value's unit, strictly ascending; <c>+Inf</c> is implied.</summary>
    public double[]? Buckets { get; set; }

    /// <summary>Outcomes that are recorded; default <see cref="Outcomes.All"/>.</summary>
    public Outcomes When { get; set; } = Outcomes.All;

    /// <summary>
    /// What is recorded: a C# expression over the parameters, <c>this</c> and <c>result</c>; a number, or a <see cref="TimeSpan"/>, of which the seconds are.
    /// Default: the call's duration in seconds. With <c>result</c> only calls that returned are recorded.
    /// </summary>
    public string? Value { get; set; }

    /// <summary>Name of a tag that carries the outcome; none by default.</summary>
    public string? OutcomeTag { get; set; }

    /// <summary>Names of the declared tags that the histogram takes; default: all of them.</summary>
    public string[]? Tags { get; set; }
}
