namespace Instrumentation;

/// <summary>The parameter of a partial method without a body that its instruments record.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>The method's body is written by the generator. The method returns <see langword="void"/>, its types are partial, and one parameter at most is the value.</item>
/// <item>Instruments take any number, a <see cref="TimeSpan"/> (in seconds) and, gauges only, a <see langword="bool"/>. <see langword="null"/> is not recorded.</item>
/// <item>Without such a parameter a counter adds 1. An instrument's own <c>Value</c> expression wins, so <c>Value = "1"</c> counts calls beside a histogram of the value.</item>
/// <item>A call never throws and never allocates, but for the first of a new series. Nothing is recorded before <c>AddInstrumentation</c>.</item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// public static partial class LlmMetrics
/// {
///     [MetricCounter("orchestrator_llm_tokens_total")]
///     public static partial void TokensUsed([Tag] Provider provider, [Tag(MaxValues = 200)] string model, [Value] long tokens);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class ValueAttribute : Attribute;
