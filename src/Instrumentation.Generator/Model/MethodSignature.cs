using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>A method's signature, as text.</summary>
/// <param name="Name">The name by which it is called.</param>
/// <param name="Receiver">What it is called on.</param>
/// <param name="ReturnKind">How it gives its result.</param>
/// <param name="ReturnType">The return type with <c>ref</c> or <c>ref readonly</c> in front.</param>
/// <param name="ReturnModifier"><c>"ref "</c> where the method returns by reference, otherwise empty.</param>
/// <param name="ResultType">The awaited type, or the element of a sequence; null where there is none.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="OwnTypeParameters">The method's own type parameters, for the call: <c>&lt;TKey&gt;</c> or empty.</param>
/// <param name="TypeParameters">Those of the containing types and of the method: <c>&lt;T, TKey&gt;</c> or empty.</param>
/// <param name="DeclaredTypeParameters">The same where they are declared, with what they ask of the trimmer.</param>
/// <param name="Constraints">The constraints of all of them, with a leading blank.</param>
/// <param name="IsUnsafe">Whether the signature has pointers.</param>
/// <param name="Accessor">How it is reached.</param>
/// <param name="TypeName">Name of the containing type as reflection has it, for an accessor of a static class.</param>
/// <param name="IsExported">Whether other assemblies can call it, and so need its wrapper.</param>
/// <param name="Annotations">Attributes that must stand on whatever stands between a caller and the method, so that he is warned, and the trimmer keeps, as before.</param>
/// <param name="AcceptedWarnings">Ids of the warnings that who names the method has accepted: experimental features, and what is obsolete in a way of its own.</param>
/// <param name="ContractType"><paramref name="ResultType"/> as a type argument of an interface may name it: with <c>object</c> for <c>dynamic</c>.</param>
/// <param name="HasModifiers">Whether its parameters carry modifiers that only virtual methods have: <c>in</c> and <c>ref readonly</c> ones do.</param>
internal sealed record MethodSignature(
    string Name,
    ReceiverModel Receiver,
    ReturnKind ReturnKind,
    string ReturnType,
    string ReturnModifier,
    string? ResultType,
    EquatableArray<ParameterModel> Parameters,
    string OwnTypeParameters,
    string TypeParameters,
    string DeclaredTypeParameters,
    string Constraints,
    bool IsUnsafe,
    AccessorKind Accessor,
    string TypeName,
    bool IsExported,
    EquatableArray<string> Annotations,
    EquatableArray<string> AcceptedWarnings,
    string? ContractType,
    bool HasModifiers)
{
    /// <summary>Whether the call lasts as long as the enumeration of what it returns.</summary>
    public bool IsSequence => ReturnKind is ReturnKind.Sequence or ReturnKind.AsyncSequence;

    /// <summary>Whether the call goes on when the method has returned.</summary>
    public bool IsAsync => ReturnKind is not (ReturnKind.Void or ReturnKind.Value);

    /// <summary>Whether there is a result when the call ends.</summary>
    public bool HasResult => ResultType is not null && !IsSequence;
}
