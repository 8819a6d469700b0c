using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>The generated wrapper that a call of an instrumented method is led to.</summary>
internal static class Wrappers
{
    /// <summary>Name of the wrapper in its holder; null where there is none that can be called.</summary>
    public static string? Of(IMethodSymbol method, Compilation compilation)
    {
        var weave = Weaves.Of(method);
        if (weave == Weave.Definition)
        {
            return null;
        }

        if (!SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly))
        {
            return Foreign(method, compilation);
        }

        // One that is recorded in place has a wrapper where there are tags to hand over.
        if (weave is not null && !InPlaceRules.HasHandOver(method))
        {
            return null;
        }

        return TargetRules.Refusal(method) is null
            ? InstrumentedMembers.Of(method.ContainingType).First(member => SymbolEqualityComparer.Default.Equals(member.Method, method)).Id
            : null;
    }

    // Null where the other assembly was compiled without the generator or its wrapper is out of reach. It is found by its parameters:
    // how overloads are numbered depends on members that cannot be seen from here. Their names count, because an instance is what a static
    // overload may take as well. A number never makes the name of another measured method.
    private static string? Foreign(IMethodSymbol method, Compilation compilation)
    {
        var holder = TypeNames.Holder(method.ContainingType).Substring("global::".Length);
        if (method.ContainingAssembly.GetTypeByMetadataName(holder) is not { } type)
        {
            return null;
        }

        var receiver = method.IsStatic ? 0 : 1;
        return type.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(wrapper =>
            wrapper.Name.StartsWith(method.Name, StringComparison.Ordinal)
            && wrapper.Name.Skip(method.Name.Length).All(char.IsDigit)
            && (wrapper.Name == method.Name || !method.ContainingType.GetMembers(wrapper.Name).OfType<IMethodSymbol>().Any(InstrumentedMembers.IsAnnotated))
            && wrapper.Parameters.Length == method.Parameters.Length + receiver
            && wrapper.Arity == Arity(method)
            && SymbolText.Code(wrapper.ReturnType) == SymbolText.Code(method.ReturnType)
            && (receiver == 0 || (wrapper.Parameters[0].Name == TagExpressionNames.Target(method) && SymbolText.Code(wrapper.Parameters[0].Type) == SymbolText.Code(method.ContainingType)))
            && method.Parameters.All(parameter => AreSame(parameter, wrapper.Parameters[parameter.Ordinal + receiver]))
            && compilation.IsSymbolAccessibleWithin(wrapper, compilation.Assembly))?.Name;
    }

    // A wrapper has the type parameters of the method and of its containing types.
    private static int Arity(IMethodSymbol method)
    {
        var arity = method.Arity;
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            arity += type.Arity;
        }

        return arity;
    }

    private static bool AreSame(IParameterSymbol left, IParameterSymbol right) =>
        left.Name == right.Name && left.RefKind == right.RefKind && SymbolText.Code(left.Type) == SymbolText.Code(right.Type);
}
