namespace Instrumentation;

/// <summary>Says when a call was turned away before it did its work (a rate limit, a full queue, an open circuit): its outcome is then <c>rejected</c>.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>By a condition over the parameters, <c>this</c> and <c>result</c>, as <see cref="FailureWhenAttribute"/> has it, or by the type of the exception that left the method,
/// its derived types included. Several attributes: any of them.</item>
/// <item>Without it, descendants of Polly's <c>ExecutionRejectedException</c> are rejections too, except its <c>TimeoutRejectedException</c>, which is a time-out. A
/// <c>RateLimitLease</c> of <c>System.Threading.RateLimiting</c> is told by its result.</item>
/// <item>Only a method that carries the attribute shows the outcome at zero.</item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// [MetricCounter("admissions_total", OutcomeTag = "result")]
/// [RejectedWhen("!result.IsAcquired")]
/// public ValueTask&lt;RateLimitLease&gt; EnterAsync(CancellationToken cancellation) { … }
///
/// [Instrumented]
/// [RejectedWhen(typeof(QuotaExceededException))]
/// public Task SendAsync(Message message) { … }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class RejectedWhenAttribute : Attribute
{
    /// <summary>The call was rejected when the condition holds.</summary>
    /// <param name="condition">A C# expression of type <see langword="bool"/>.</param>
    public RejectedWhenAttribute(string condition) => Condition = condition;

    /// <summary>The call was rejected when it throws an exception of that type.</summary>
    /// <param name="exception">A type of exception, which generated code can name: internal or public.</param>
    public RejectedWhenAttribute(Type exception) => Exception = exception;

    /// <summary>The condition; <see langword="null"/> where the exception decides.</summary>
    public string? Condition { get; }

    /// <summary>The type of exception; <see langword="null"/> where the condition decides.</summary>
    public Type? Exception { get; }
}
