namespace Instrumentation;

/// <summary>Declares a tag with the type of the exception that ended a call, out of a closed list; OpenTelemetry's <c>error.type</c> for metrics.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>The value is the name of the listed type that the exception is of or derives from (<c>TimeoutException</c>), <c>other</c> for the rest and for a failure that the
/// result tells. A call without an error has no such tag. A cancelled task counts as a <see cref="TaskCanceledException"/>.</item>
/// <item>A tag like those of <see cref="TagAttribute"/>: instruments take it unless their <c>Tags</c> leave it out. On a type: of its methods. The method's own wins.</item>
/// <item>A counter of errors alone (<c>When</c> without <see cref="Outcomes.Success"/>) shows every type at zero from the start.</item>
/// <item>The span of a failed call carries <c>error.type</c> with the full name, whatever is listed here.</item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// [MetricCounter("schema_registry_db_errors_total", When = Outcomes.All &amp; ~Outcomes.Success)]
/// [ErrorTypes(typeof(TimeoutException), typeof(DbException))]
/// public Task&lt;Schema?&gt; FindAsync(string id) { … }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class ErrorTypesAttribute : Attribute
{
    /// <summary>Lists the types.</summary>
    /// <param name="types">Types of exceptions, not generic, which generated code can name: internal or public.</param>
    public ErrorTypesAttribute(params Type[] types) => Types = types;

    /// <summary>The types.</summary>
    public Type[] Types { get; }

    /// <summary>Name of the tag; default <c>error_type</c>.</summary>
    public string? Tag { get; set; }
}
