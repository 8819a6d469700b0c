using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>The generated half of a partial method.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Name">The method's name.</param>
/// <param name="Modifiers">Its modifiers.</param>
/// <param name="ReturnType">Its return type, with <c>ref</c> where it returns by reference.</param>
/// <param name="Parameters">Its parameters, as they are declared again.</param>
/// <param name="TypeParameters">Its own type parameters.</param>
/// <param name="Constraints">Their constraints, with a leading blank.</param>
/// <param name="Attributes">Metadata names of the attributes that it carries already.</param>
/// <param name="Core">The method that the wrapper calls, where it cannot do so by its name; otherwise null.</param>
/// <param name="CoreModifiers">Modifiers of the method through which the wrapper calls it then.</param>
/// <param name="CoreConstraints">The constraints of that method's type parameters, with a leading blank: an override may not say its own, and what leads to it must.</param>
/// <param name="AwaitedType">What the builder is given by the caller's <c>await</c>; null for none.</param>
internal sealed record HalfTarget(
    HalfKind Kind,
    string Name,
    string Modifiers,
    string ReturnType,
    EquatableArray<string> Parameters,
    string TypeParameters,
    string Constraints,
    EquatableArray<string> Attributes,
    string? Core,
    string CoreModifiers,
    string CoreConstraints,
    string? AwaitedType)
{
    /// <summary>The builder that runs the method inside ours, fully qualified and without type arguments; null where there is none.</summary>
    public string? InnerBuilder { get; init; }

    /// <summary>What the builder makes, fully qualified and without type arguments; null where there is none.</summary>
    public string? TaskType { get; init; }

    /// <summary>Whether other assemblies can call the method.</summary>
    public bool IsExported { get; init; }
}
