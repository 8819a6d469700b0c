namespace Instrumentation;

/// <summary>Measures each call of a method: a duration histogram in seconds and a span.</summary>
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

    /// <summary>
    /// Name of the tag that carries the outcome (<c>success</c>, <c>failure</c>, <c>cancelled</c>, <c>timeout</c>); default <c>outcome</c>.
    /// The empty string leaves the tag out.
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
