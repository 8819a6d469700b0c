namespace Instrumentation;

/// <summary>Names outcomes as a dashboard knows them: <c>result="ok"</c>, <c>status="error"</c>.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>For the instruments of a method, of every method of a type, or of an assembly. What the method does not say its type does, then the assembly.
/// With <see cref="Metric"/> only for that metric, and before one without.</item>
/// <item>Outcomes with the same name are one series.</item>
/// <item>An instrument shows the outcome where its own <c>OutcomeTag</c> says so; of <c>[Instrumented]</c> it is shown unless the name is the empty string. Only the names
/// are set here. The common families (<c>call_duration_seconds</c>) keep theirs: they are the same in every service.</item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// [assembly: OutcomeNames(Tag = "status", Failure = "error", Timeout = "error", Cancelled = "error", Rejected = "error")]
///
/// [Instrumented("cache_lookup_seconds")]
/// [OutcomeNames(Metric = "cache_operations_total", Success = "hit", Failure = "miss")]
/// [MetricCounter("cache_operations_total", OutcomeTag = "result")]
/// [FailureWhen("result is null")]
/// public Schema? Find([Tag] Tier tier, string id) { … }
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Assembly | AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface,
    AllowMultiple = true,
    Inherited = false)]
public sealed class OutcomeNamesAttribute : Attribute
{
    /// <summary>The one metric that is meant; <see langword="null"/> for all.</summary>
    public string? Metric { get; set; }

    /// <summary>Name of the outcome tag where an instrument has one and does not name it itself; the empty string leaves the tag out. Default: <c>outcome</c>.</summary>
    public string? Tag { get; set; }

    /// <summary>Name of <see cref="Outcomes.Success"/>; default <c>success</c>.</summary>
    public string? Success { get; set; }

    /// <summary>Name of <see cref="Outcomes.Failure"/>; default <c>failure</c>.</summary>
    public string? Failure { get; set; }

    /// <summary>Name of <see cref="Outcomes.Cancelled"/>; default <c>cancelled</c>.</summary>
    public string? Cancelled { get; set; }

    /// <summary>Name of <see cref="Outcomes.Timeout"/>; default <c>timeout</c>.</summary>
    public string? Timeout { get; set; }

    /// <summary>Name of <see cref="Outcomes.Rejected"/>; default <c>rejected</c>.</summary>
    public string? Rejected { get; set; }
}
