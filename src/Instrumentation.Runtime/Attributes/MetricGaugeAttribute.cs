namespace Instrumentation;

/// <summary>A gauge: a value that rises and falls. Read from a live object when somebody looks, or set by a call.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>On a property, or on a parameterless method that returns a number and has no <see cref="Value"/>: <b>observed</b>. Its value is read when the series are, and at no
/// other time. Static members are observed from the start. Instances are observed from the moment the container makes them, or from
/// <see cref="Gauges.Observe"/>; they are held weakly, so that a collected object's series vanishes. Several objects with the same tags are put together as
/// <see cref="Aggregate"/> says. A getter that throws is counted in <c>instrumentation_expression_errors_total</c> and its object left out. The class may not be generic,
/// and class and member must be internal or public.</item>
/// <item>On a method with a body: set to <see cref="Value"/> when the call completes.</item>
/// <item>On a partial method without a body: set to its <see cref="ValueAttribute"/> parameter, or to <see cref="Value"/>, when it is called.</item>
/// <item>Values are numbers; <see cref="TimeSpan"/> becomes seconds, <see langword="bool"/> 0 or 1; <see langword="null"/> and NaN are left out.</item>
/// <item>A gauge that is set is not shown before it was set: nobody has measured a zero.</item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// public sealed class ConnectionPool
/// {
///     [MetricGauge("pool_connections", Description = "Open connections.")]
///     [Tag("pool", Value = "main")]
///     public int Open =&gt; _open.Count;
/// }
///
/// Gauges.Observe(new ConnectionPool());                       // only for objects that no container makes
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class MetricGaugeAttribute : Attribute
{
    /// <summary>Shows the value under the given name.</summary>
    /// <param name="name">Name of the gauge as Prometheus shows it: <c>[a-zA-Z_:][a-zA-Z0-9_:]*</c>, by convention ending in its unit.</param>
    public MetricGaugeAttribute(string name) => Name = name;

    /// <summary>Name of the gauge.</summary>
    public string Name { get; }

    /// <summary>What the gauge means, in one sentence; the text after <c># HELP</c>.</summary>
    public string? Description { get; set; }

    /// <summary>Unit of the value in words that Prometheus uses (<c>bytes</c>, <c>seconds</c>); none by default.</summary>
    public string? Unit { get; set; }

    /// <summary>On a method with a body: outcomes that set the gauge; default <see cref="Outcomes.All"/>.</summary>
    public Outcomes When { get; set; } = Outcomes.All;

    /// <summary>
    /// What a call sets: a C# expression over the parameters, <c>this</c> and <c>result</c>; a number, a <see langword="bool"/> or a <see cref="TimeSpan"/>.
    /// With <c>result</c> only calls that returned set. Needed on a method with a body that is not to be observed.
    /// </summary>
    public string? Value { get; set; }

    /// <summary>Names of the declared tags that the gauge takes; default: all of them.</summary>
    public string[]? Tags { get; set; }

    /// <summary>What an observed gauge shows where several objects have the same tags; default: their sum.</summary>
    public GaugeAggregate Aggregate { get; set; }
}
