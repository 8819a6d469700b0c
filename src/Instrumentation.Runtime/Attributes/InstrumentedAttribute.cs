using System.Diagnostics;

namespace Instrumentation;

/// <summary>Measures each call of a method: a duration histogram in seconds and a span; by choice a counter, a gauge of the calls under way and a log of failures.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>On a method: that method. On a class, struct or interface: each of its ordinary methods of the given <see cref="Access"/>, static ones too, except those with <see cref="NotInstrumentedAttribute"/>.</item>
/// <item>On an assembly: each class and struct that <see cref="Types"/> names, as if the attribute stood on it; generated code is left out.</item>
/// <item>Without a name the histogram is <c>call_duration_seconds</c> with the tags <c>assembly</c>, <c>type</c>, <c>method</c> and <c>outcome</c>:
/// the same in every service, so that one dashboard fits all. Declared tags then go to the span only.</item>
/// <item>With a name the histogram takes the method's declared tags (<see cref="TagAttribute"/>) and the outcome.</item>
/// <item>Nothing of a parameter is recorded unless a <see cref="TagAttribute"/> or <see cref="SpanTagAttribute"/> names it.</item>
/// <item>Telemetry never throws into the method, and an exception of the method leaves unchanged.</item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// [Instrumented("storage_query_duration_seconds", Buckets = [0.001, 0.005, 0.025, 0.1, 0.5])]
/// [Tag("repository", Value = "schema")]
/// public sealed class SqlSchemaRepository : ISchemaRepository
/// {
///     public Task&lt;Schema&gt; FindAsync([SpanTag] string subject) { … }
/// }
///
/// [assembly: Instrumented(Types = ["*Repository", "*Service"], Methods = ["*Async"])]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class InstrumentedAttribute : Attribute
{
    /// <summary>Measures under the common family <c>call_duration_seconds</c>.</summary>
    public InstrumentedAttribute()
    {
    }

    /// <summary>Measures under a histogram of its own.</summary>
    /// <param name="name">Name of the histogram as Prometheus shows it: <c>[a-zA-Z_:][a-zA-Z0-9_:]*</c>, by convention ending in <c>_seconds</c>.</param>
    public InstrumentedAttribute(string name) => Name = name;

    /// <summary>Name of the duration histogram; <see langword="null"/> for <c>call_duration_seconds</c>.</summary>
    public string? Name { get; }

    /// <summary>What the histogram means, in one sentence; the text after <c># HELP</c>.</summary>
    public string? Description { get; set; }

    /// <summary>
    /// Upper bounds of the histogram's buckets, in seconds, strictly ascending; <c>+Inf</c> is implied.
    /// Default: .001 .005 .01 .025 .05 .1 .25 .5 1 2.5 5 10.
    /// </summary>
    public double[]? Buckets { get; set; }

    /// <summary>Whether the duration is recorded; default <see langword="true"/>.</summary>
    public bool Duration { get; set; } = true;

    /// <summary>Whether each call is a span; default <see langword="true"/>.</summary>
    public bool Span { get; set; } = true;

    /// <summary>Name of the span; default <c>Type.Method</c>.</summary>
    public string? SpanName { get; set; }

    /// <summary>What the span is to others: a call of a service is <see cref="ActivityKind.Client"/>. Default <see cref="ActivityKind.Internal"/>.</summary>
    public ActivityKind SpanKind { get; set; }

    /// <summary>
    /// Whether the calls are counted; default <see langword="false"/>. The counter has the tags of the histogram. Its name is <see cref="CallsName"/>, or that of the histogram
    /// with <c>_total</c> in place of <c>_duration_seconds</c> or <c>_seconds</c>, or <c>calls_total</c>.
    /// </summary>
    public bool Calls { get; set; }

    /// <summary>Name of the counter of calls, which are then counted.</summary>
    public string? CallsName { get; set; }

    /// <summary>
    /// Whether a gauge shows the calls under way; default <see langword="false"/>. It rises before the call and falls when it ends: for a task when the task does, for a sequence
    /// when it is disposed. It has the tags of the histogram that are known when the call begins. Its name is <see cref="InFlightName"/>, or that of the histogram with
    /// <c>_in_flight</c> in place of <c>_duration_seconds</c> or <c>_seconds</c>, or <c>calls_in_flight</c>.
    /// </summary>
    public bool InFlight { get; set; }

    /// <summary>Name of the gauge of calls under way, which is then shown.</summary>
    public string? InFlightName { get; set; }

    /// <summary>
    /// Whether calls that fail are logged: failures and time-outs as errors, rejections as warnings, in the category of the type. The line names type, method, outcome and the type
    /// of the exception, nothing of arguments or messages. <c>AddInstrumentation</c> on a host builder finds the loggers; see <see cref="FailureLogging"/>. Default <see langword="false"/>.
    /// </summary>
    public bool LogFailures { get; set; }

    /// <summary>
    /// Whether the state of an <c>async partial</c> method that returns a value task is pooled, so that a pending call allocates less; a task that is awaited twice then throws.
    /// Default <see langword="false"/>.
    /// </summary>
    public bool Pool { get; set; }

    /// <summary>
    /// The builder that runs an <c>async partial</c> method, inside the generated one that records it: what <c>[AsyncMethodBuilder]</c> on the method would name, which the generated
    /// half of the method carries. Without type arguments: <c>typeof(PoolingAsyncValueTaskMethodBuilder&lt;&gt;)</c>. Default: that of the method's return type.
    /// </summary>
    public Type? Builder { get; set; }

    /// <summary>
    /// Name of the tag that carries the outcome (<c>success</c>, <c>failure</c>, <c>cancelled</c>, <c>timeout</c>, <c>rejected</c>); default <c>outcome</c>, or as
    /// <see cref="OutcomeNamesAttribute"/> says. The empty string leaves the tag out.
    /// </summary>
    public string? OutcomeTag { get; set; }

    /// <summary>
    /// On an assembly: the full names of the types it covers, <c>*</c> standing for any characters (<c>Shop.Storage.*Repository</c>); default: all.
    /// </summary>
    public string[]? Types { get; set; }

    /// <summary>On an assembly or a type: the names of the methods it covers, <c>*</c> standing for any characters (<c>*Async</c>); default: all.</summary>
    public string[]? Methods { get; set; }

    /// <summary>On an assembly or a type: which methods it covers; default <see cref="InstrumentedAccess.Public"/>.</summary>
    public InstrumentedAccess Access { get; set; }

    /// <summary>Names of the declared tags that the histogram takes, of the method or of its type; default: see the remarks.</summary>
    public string[]? Tags { get; set; }
}
