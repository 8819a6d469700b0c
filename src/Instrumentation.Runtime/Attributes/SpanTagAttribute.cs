namespace Instrumentation;

/// <summary>Declares a tag of the call's span only; unlike <see cref="TagAttribute"/> its values may be unbounded.</summary>
/// <remarks>Evaluated only while somebody records the span (<see cref="System.Diagnostics.Activity.IsAllDataRequested"/>). Do not name secrets.</remarks>
/// <example>
/// <code>
/// [Instrumented]
/// [SpanTag("schema.subject", From = "schema.Subject")]
/// public Task&lt;Registration&gt; AddAsync(NewSchema schema, [SpanTag] int version) { … }
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface,
    AllowMultiple = true,
    Inherited = false)]
public sealed class SpanTagAttribute : Attribute
{
    /// <summary>A span tag with the parameter's name, in snake case.</summary>
    public SpanTagAttribute()
    {
    }

    /// <summary>A span tag with the given name.</summary>
    /// <param name="name">Name of the tag; OpenTelemetry names are dotted and lower case.</param>
    public SpanTagAttribute(string name) => Name = name;

    /// <summary>Name of the tag; <see langword="null"/> for the parameter's name in snake case.</summary>
    public string? Name { get; }

    /// <summary>A constant value.</summary>
    public string? Value { get; set; }

    /// <summary>A C# expression over the parameters, <c>this</c> and <c>result</c> (the awaited result, for tasks).</summary>
    public string? From { get; set; }
}
