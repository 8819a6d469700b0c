namespace Instrumentation;

/// <summary>Declares a tag (Prometheus: label) of the instruments of a method, with a value set whose size is known at build time.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>On a parameter: its value. On the return value (<c>[return: Tag("…")]</c>): the result. On a method, an observed property or a type: <see cref="Value"/> or
/// <see cref="From"/>.</item>
/// <item>The value set must be closed (enum, <see langword="bool"/>, a constant, <see cref="Values"/>) or bounded (<see cref="MaxValues"/>); otherwise rule INS2001 reports it
/// and the tag is left out. An unbounded value belongs on the span: <see cref="SpanTagAttribute"/>.</item>
/// <item>Enum members appear in snake case (<c>BackwardTransitive</c> is <c>backward_transitive</c>) or as <see cref="TagValueAttribute"/> says; <see langword="null"/> is <c>none</c>;
/// a value outside the set is <c>other</c>.</item>
/// <item>An expression is real C# (literals, names, member access, calls, <c>?.</c> <c>??</c> <c>?:</c>, comparison, <c>is</c> patterns), bound at the method's position.
/// One that throws is recorded as <c>other</c> and never reaches the caller.</item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// [Tag("format", From = "schema.Format")]
/// [Tag("created", From = "result.IsNew")]
/// public Registration Add(NewSchema schema, [Tag] Origin origin, [Tag(MaxValues = 20)] string region) { … }
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct
    | AttributeTargets.Interface,
    AllowMultiple = true,
    Inherited = false)]
public sealed class TagAttribute : Attribute
{
    /// <summary>A tag with the parameter's name, in snake case.</summary>
    public TagAttribute()
    {
    }

    /// <summary>A tag with the given name.</summary>
    /// <param name="name">Name of the tag: <c>[a-zA-Z_][a-zA-Z0-9_]*</c>, not starting with two underscores.</param>
    public TagAttribute(string name) => Name = name;

    /// <summary>Name of the tag; <see langword="null"/> for the parameter's name in snake case.</summary>
    public string? Name { get; }

    /// <summary>A constant value.</summary>
    public string? Value { get; set; }

    /// <summary>A C# expression over the parameters, <c>this</c> and <c>result</c> (the awaited result, for tasks).</summary>
    public string? From { get; set; }

    /// <summary>The values that the tag may take, for a string or an integer; any other value is recorded as <c>other</c>.</summary>
    public string[]? Values { get; set; }

    /// <summary>
    /// How many different values get series of their own, 1 to 10,000: the first that are seen keep theirs for the life of the process,
    /// later ones are recorded as <c>other</c>. 0, the default: not bounded this way.
    /// </summary>
    public int MaxValues { get; set; }
}
