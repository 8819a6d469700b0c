using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>Compares symbols by name without making texts of them: rules that look at every call must not.</summary>
internal static class SymbolIdentity
{
    /// <summary>Whether a type has that name and namespace. Type arguments do not count.</summary>
    public static bool Is(this ITypeSymbol? type, string name, string space) =>
        type is { ContainingType: null } && type.Name == name && type.ContainingNamespace.Is(space);

    /// <summary>Whether a namespace, or one around it, has that full name.</summary>
    public static bool IsWithin(this INamespaceSymbol? space, string fullName)
    {
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.Is(fullName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the type is an exception.</summary>
    public static bool IsException(this ITypeSymbol? type) => type is not null && (type.Is("Exception", "System") || IsException(type.BaseType));

    /// <summary>What a value is before conversions that nobody sees.</summary>
    public static IOperation Unconverted(this IOperation value) => value switch
    {
        Microsoft.CodeAnalysis.Operations.IConversionOperation { OperatorMethod: null, Operand: var operand } => operand.Unconverted(),
        Microsoft.CodeAnalysis.Operations.IParenthesizedOperation { Operand: var operand } => operand.Unconverted(),
        _ => value,
    };
}
