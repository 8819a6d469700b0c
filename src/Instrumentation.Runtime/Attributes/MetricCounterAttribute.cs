namespace Instrumentation;

/// <summary>Counts the completed calls of a method, or adds a value of each to a counter.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Recorded when the call completes (for a task: when the task does), after its duration and inside its span.</item>
/// <item>Takes the method's declared tags (<see cref="TagAttribute"/>), or those named in <see cref="Tags"/>.</item>
/// <item>A counter whose tags have at most 64 combinations is shown at zero from the start.</item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// [MetricCounter("schema_registry_schemas_registered_total", When = Outcomes.Success)]
/// [Tag("format", From = "schema.Format")]
/// public Task&lt;Registration&gt; AddAsync(NewSchema schema, CancellationToken cancellation) { … }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class MetricCounterAttribute : Attribute
{
    /// <summary>Counts under the given name.</summary>
    /// <param name="name">Name of the counter as Prometheus shows it: <c>[a-zA-Z_:][a-zA-Z0-9_:]*</c>, by convention ending in <c>_total</c>.</param>
    public MetricCounterAttribute(string name) => Name = name;

    /// <summary>Name of the counter.</summary>
    public string Name { get; }

    /// <summary>What the counter means, in one sentence; the text after <c># HELP</c>.</summary>
    public string? Description { get; set; }

    /// <summary>Unit of the counted value in UCUM words that Prometheus uses (<c>bytes</c>, <c>seconds</c>); none by default.</summary>
    public string? Unit { get; set; }

    /// <summary>Outcomes that count; default <see cref="Outcomes.All"/>.</summary>
    public Outcomes When { get; set; } = Outcomes.All;

    /// <summary>
    /// What each call adds: a C# expression over the parameters, <c>this</c> and <c>result</c>; a number, or a <see cref="TimeSpan"/>, which adds its seconds. Default: 1.
    /// What is negative or not finite is left out and counted in <c>instrumentation_dropped_values_total</c>: a counter only rises. With <c>result</c> only calls that returned add.
    /// </summary>
    public string? Value { get; set; }

    /// <summary>Name of a tag that carries the outcome; none by default.</summary>
    public string? OutcomeTag { get; set; }

    /// <summary>Names of the declared tags that the counter takes; default: all of them.</summary>
    public string[]? Tags { get; set; }
}
