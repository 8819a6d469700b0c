using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>The decorator of a class.</summary>
/// <param name="Name">Name of the decorator: <c>InstrumentedSqlSchemaRepository</c>.</param>
/// <param name="TypeParameters">Its type parameters, which are those of the class: <c>&lt;T, TKey&gt;</c> or empty.</param>
/// <param name="DeclaredTypeParameters">The same where they are declared, with what they ask of the trimmer.</param>
/// <param name="Constraints">Their constraints, with a leading blank.</param>
/// <param name="Implementation">The decorated class, fully qualified.</param>
/// <param name="Registered">The class as <c>typeof</c> names it outside of itself: <c>global::N.Repository&lt;&gt;</c>.</param>
/// <param name="Interfaces">Its interfaces, fully qualified.</param>
/// <param name="Services">Those that it can be registered as, as <c>typeof</c> names them outside of the class.</param>
/// <param name="Members">The members of the interfaces.</param>
/// <param name="AcceptedWarnings">Ids of the warnings about what its members name.</param>
/// <param name="OwnedMembers">The documentation ids of the interface members that are instrumented themselves and that the decorator records.</param>
internal sealed record DecoratorTarget(
    string Name,
    string TypeParameters,
    string DeclaredTypeParameters,
    string Constraints,
    string Implementation,
    string Registered,
    EquatableArray<string> Interfaces,
    EquatableArray<string> Services,
    EquatableArray<DecoratorMember> Members,
    EquatableArray<string> AcceptedWarnings,
    EquatableArray<string> OwnedMembers)
{
    public bool IsGeneric => TypeParameters.Length > 0;

    /// <summary>The name without type arguments, as <c>typeof</c> takes it: <c>InstrumentedRepository1&lt;&gt;</c>.</summary>
    public string OpenName => IsGeneric ? $"{Name}<{new string(',', TypeParameters.Count(static c => c == ','))}>" : Name;
}
