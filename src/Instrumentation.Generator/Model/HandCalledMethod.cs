using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>An instrument called by hand: a partial method whose body is generated.</summary>
/// <param name="Target">What it records.</param>
/// <param name="Modifiers">Its modifiers, as the user wrote them.</param>
/// <param name="Parameters">Its parameters, as they are declared again.</param>
/// <param name="Constraints">The constraints of its own type parameters, with a leading blank.</param>
/// <param name="Attributes">Metadata names of the attributes that it carries already.</param>
internal sealed record HandCalledMethod(
    MethodTarget Target,
    string Modifiers,
    EquatableArray<string> Parameters,
    string Constraints,
    EquatableArray<string> Attributes);
