using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>Why a value has no bound, for people; made only when it is reported.</summary>
internal static class UnboundedSentence
{
    public static string Of(ISymbol source) => source switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Of(nullable.TypeArguments[0]),
        ITypeSymbol type when UnboundedTypes.Contain(type) || type.IsException() => OfType(type),
        ITypeSymbol type => $"'{type.Name}' holds a value that is different at each call",
        _ => UnboundedMembers.Reason(source),
    };

    private static string OfType(ITypeSymbol type) => type.ContainingNamespace.IsWithin("Microsoft.AspNetCore.Http") ? $"'{type.Name}' is whatever a client sends" : UnboundedReason.Of(type);
}
