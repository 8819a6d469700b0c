namespace Instrumentation;

/// <summary>Says by an expression when a call that returned has failed all the same: its outcome is then <c>failure</c>, as if it had thrown.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>A C# condition over the parameters, <c>this</c> and <c>result</c> (the awaited result, for tasks), bound at the method's position and evaluated when the call has
/// returned. Parameters have the value they were called with; <c>this</c> of a struct is as it was then.</item>
/// <item>The outcome decides the outcome tag, <c>When</c>, the span's status and the log. Several attributes: any of them. <see cref="RejectedWhenAttribute"/> goes first.</item>
/// <item>One that throws decides nothing; it is counted in <c>instrumentation_expression_errors_total</c> and never reaches the caller.</item>
/// <item>For a sequence (<c>IEnumerable&lt;T&gt;</c> of an iterator, <c>IAsyncEnumerable&lt;T&gt;</c>) there is no <c>result</c>; it is evaluated when the enumeration ends.</item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// [MetricCounter("schema_registry_compatibility_checks_total", OutcomeTag = "result")]
/// [OutcomeNames(Success = "compatible", Failure = "incompatible")]
/// [FailureWhen("!result.IsCompatible")]
/// public Task&lt;Compatibility&gt; CheckAsync([Tag] CompatibilityMode mode, NewSchema schema) { … }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class FailureWhenAttribute : Attribute
{
    /// <summary>The call has failed when the condition holds.</summary>
    /// <param name="condition">A C# expression of type <see langword="bool"/>.</param>
    public FailureWhenAttribute(string condition) => Condition = condition;

    /// <summary>The condition.</summary>
    public string Condition { get; }
}
