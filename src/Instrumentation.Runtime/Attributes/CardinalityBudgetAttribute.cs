namespace Instrumentation;

/// <summary>The most time series that a metric may have. What its declarations can make is computed when they are compiled; more is an error (rule INS2007).</summary>
/// <remarks>
/// <list type="bullet">
/// <item>On a method or property: the metrics declared there; <see cref="Metric"/> names one of them. On a type or the assembly: each metric declared in it. The nearest one counts, and
/// before all of them stands one with a name.</item>
/// <item>Without any, the project's <c>InstrumentationCardinalityBudget</c> (an MSBuild property) counts for each metric; without that there is no budget.</item>
/// <item>The bound of a metric is the sum over its declarations of: the product of the numbers of values of its tags and outcomes, times the samples of one set of labels. A closed tag has its
/// values, and <c>other</c> and <c>none</c> where they can occur; a bounded one <c>MaxValues</c> + 2. A set of labels is one sample, of a summary two (sum, count), of a histogram its buckets + 3
/// (<c>+Inf</c>, sum, count).</item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// [assembly: CardinalityBudget(2_000)]
///
/// [MetricCounter("orders_total")]
/// [CardinalityBudget(100, Metric = "orders_total")]
/// public void Place([Tag] Format format, [Tag(MaxValues = 20)] string region) { … }   // 5 × 22 = 110: an error
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Assembly,
    AllowMultiple = true,
    Inherited = false)]
public sealed class CardinalityBudgetAttribute : Attribute
{
    /// <summary>A budget.</summary>
    /// <param name="series">The most series per metric; 1 or more.</param>
    public CardinalityBudgetAttribute(int series) => Series = series;

    /// <summary>The most series per metric.</summary>
    public int Series { get; }

    /// <summary>The one metric that is meant; <see langword="null"/>, the default: each that is declared here.</summary>
    public string? Metric { get; set; }
}
