namespace Instrumentation;

/// <summary>A sum that calls add to and take from, such as how many items wait; shown as a gauge.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>On a method with a body: adds when the call completes. On a partial method without a body: adds when it is called.</item>
/// <item>Takes the declared tags (<see cref="TagAttribute"/>), or those named in <see cref="Tags"/>: the same for the way up and the way down.</item>
/// <item>Shown at zero from the start where its tags have at most 64 combinations.</item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// public static partial class QueueMetrics
/// {
///     [MetricUpDownCounter("queue_waiting")]
///     public static partial void Waiting([Tag] Priority priority, [Value] int change);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class MetricUpDownCounterAttribute : Attribute
{
    /// <summary>Adds under the given name.</summary>
    /// <param name="name">Name of the metric as Prometheus shows it: <c>[a-zA-Z_:][a-zA-Z0-9_:]*</c>, not ending in <c>_total</c>, which means a sum that only rises.</param>
    public MetricUpDownCounterAttribute(string name) => Name = name;

    /// <summary>Name of the metric.</summary>
    public string Name { get; }

    /// <summary>What the sum means, in one sentence; the text after <c># HELP</c>.</summary>
    public string? Description { get; set; }

    /// <summary>Unit of the sum in words that Prometheus uses (<c>bytes</c>); none by default.</summary>
    public string? Unit { get; set; }

    /// <summary>On a method with a body: outcomes that add; default <see cref="Outcomes.All"/>.</summary>
    public Outcomes When { get; set; } = Outcomes.All;

    /// <summary>
    /// What each call adds: a C# expression over the parameters, <c>this</c> and <c>result</c>; a number, which may be negative, or a <see cref="TimeSpan"/>, which adds its
    /// seconds. Default: the <see cref="ValueAttribute"/> parameter, or 1. With <c>result</c> only calls that returned add.
    /// </summary>
    public string? Value { get; set; }

    /// <summary>On a method with a body: name of a tag that carries the outcome; none by default.</summary>
    public string? OutcomeTag { get; set; }

    /// <summary>Names of the declared tags that the sum takes; default: all of them.</summary>
    public string[]? Tags { get; set; }
}
