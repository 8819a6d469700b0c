namespace Instrumentation;

/// <summary>
/// A service-level objective: of all that a histogram records, at least the share <see cref="Objective"/> is at or below <see cref="Threshold"/>. It records nothing; rule INS4014 sees
/// to it that the histogram has a bound at the threshold, so that the share is counted exactly: <c>x_bucket{le="0.25"}</c> over <c>x_count</c>.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>On a method, a partial one without a body too: its histograms, a type's <see cref="InstrumentedAttribute"/> included. On a type: each histogram that is declared in it.</item>
/// <item>Where these are several, <see cref="Metric"/> names the one that is meant.</item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// [Instrumented("storage_query_duration_seconds", Buckets = [0.005, 0.025, 0.1, 0.25, 1])]
/// [Slo(0.99, 0.25)]   // 99 % of the queries take at most 250 ms
/// public Task&lt;Schema&gt; FindAsync(string subject) { … }
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface,
    AllowMultiple = true,
    Inherited = false)]
public sealed class SloAttribute : Attribute
{
    /// <summary>An objective.</summary>
    /// <param name="objective">The share that must be good: more than 0, less than 1; <c>0.999</c> for 99.9 %.</param>
    /// <param name="threshold">The most that is good, in the unit of the histogram: seconds for a duration.</param>
    public SloAttribute(double objective, double threshold)
    {
        Objective = objective;
        Threshold = threshold;
    }

    /// <summary>The share that must be good: more than 0, less than 1.</summary>
    public double Objective { get; }

    /// <summary>The most that is good, in the unit of the histogram: seconds for a duration.</summary>
    public double Threshold { get; }

    /// <summary>Name of the histogram; <see langword="null"/>, the default: the only one that is declared here.</summary>
    public string? Metric { get; set; }
}
