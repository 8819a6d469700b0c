using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Bodies of methods that are woven at their definition: <c>AddCore</c> is that of the partial method <c>Add</c> without one.</summary>
internal static class CoreMethods
{
    private const string Suffix = "Core";

    /// <summary>The method with the body, of the same signature; null where there is none.</summary>
    public static IMethodSymbol? Of(IMethodSymbol method) =>
        TargetRules.HasNoWrittenBody(method)
            ? method.ContainingType.GetMembers(method.Name + Suffix).OfType<IMethodSymbol>().Where(core => IsBodyOf(core, method)).Select(static core => core.PartialImplementationPart ?? core).FirstOrDefault()
            : null;

    /// <summary>Whether the recorded call can make the call of the body: it is visible, and called on the same receiver, which a static body of an instance method is not.</summary>
    public static bool IsCalledByWrapper(IMethodSymbol core, IMethodSymbol method) => TargetRules.IsReachable(core) && core.IsStatic == method.IsStatic;

    /// <summary>Whether the method is the body of another one, which is measured.</summary>
    public static bool Is(IMethodSymbol method) =>
        method.Name.EndsWith(Suffix, StringComparison.Ordinal)
        && method.ContainingType.GetMembers(method.Name.Substring(0, method.Name.Length - Suffix.Length)).OfType<IMethodSymbol>()
            .Any(other => TargetRules.HasNoWrittenBody(other) && IsBodyOf(method, other) && InstrumentedMembers.IsAnnotated(other));

    /// <summary>Why a partial method whose body is another one's cannot be measured; null where it can.</summary>
    public static string? Refusal(IMethodSymbol method, IMethodSymbol core)
    {
        if (core is { IsAsync: true, ReturnsVoid: true })
        {
            return $"an async void method ends when nobody looks; let '{core.Name}' return a Task, which this method then awaits";
        }

        return PartialTypes.Refusal(method) ?? (IsNameable(method) ? null : "generated code cannot name its types; make them internal or public");
    }

    /// <summary>Whether a measured method with its body can give it to another one, so that every caller is measured.</summary>
    public static bool CanBeSplit(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsAbstract: false, IsExtern: false, ContainingType.IsRefLikeType: false }
        && Of(method) is null
        && method.ContainingType.GetMembers(method.Name + Suffix).IsEmpty
        && PartialTypes.CanBe(method.ContainingType)
        && IsNameable(method)
        && (!method.IsPartialDefinition || InPlaceRules.IsHalf(method));

    private static bool IsNameable(IMethodSymbol method) =>
        IsNameable(method.ContainingType) && IsNameable(method.ReturnType) && method.Parameters.All(static parameter => IsNameable(parameter.Type));

    // What an accessor cannot have, a method can.
    private static bool IsNameable(ITypeSymbol type) =>
        type is IFunctionPointerTypeSymbol { Signature: var signature } ? IsNameable(signature.ReturnType) && signature.Parameters.All(static parameter => IsNameable(parameter.Type)) : TargetRules.IsNameable(type);

    /// <summary>What somebody has to write where there is no body.</summary>
    public static string Missing(IMethodSymbol method) =>
        $"it has no body; write the body as 'private {(method.IsStatic ? "static " : string.Empty)}{method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {method.Name}{Suffix}' with the same parameters, and this method is measured wherever it is called";

    /// <summary>Whether a method that returns nothing awaits the body's task, as an event's handler does: an <c>async void</c> body ends when nobody looks.</summary>
    public static bool IsAwaited(IMethodSymbol method, IMethodSymbol core) =>
        method.ReturnsVoid && core.ReturnType is INamedTypeSymbol { Name: "Task", Arity: 0, ContainingType: null } task && task.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";

    private static bool IsBodyOf(IMethodSymbol core, IMethodSymbol method)
    {
        if (core.IsAbstract || core is { IsPartialDefinition: true, PartialImplementationPart: null } || (method.IsStatic && !core.IsStatic) || core.Arity != method.Arity || core.RefKind != method.RefKind || core.Parameters.Length != method.Parameters.Length)
        {
            return false;
        }

        var same = method.Arity == 0 ? core : core.Construct([.. method.TypeParameters]);
        return (SymbolEqualityComparer.Default.Equals(same.ReturnType, method.ReturnType) || IsAwaited(method, core))
            && same.Parameters.Zip(method.Parameters, static (left, right) => left.RefKind == right.RefKind && left.ScopedKind == right.ScopedKind && SymbolEqualityComparer.Default.Equals(left.Type, right.Type)).All(static equal => equal);
    }
}
