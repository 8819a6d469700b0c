using System;
using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Cardinality;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>What counts as a correlation id, and how sure that is.</summary>
internal static class CorrelationIds
{
    /// <summary>A type called <c>CorrelationId</c>, whoever wrote it, a trace context, or the nullable form of one.</summary>
    public static bool IsIdType(ITypeSymbol type) => string.Equals(Unwrap(type).Name, "CorrelationId", StringComparison.Ordinal) || IsTraceType(type);

    /// <summary>The framework's <c>ActivityContext</c> or our <c>FlowContext</c>.</summary>
    public static bool IsTraceType(ITypeSymbol type) => Unwrap(type) switch
    {
        { Name: "ActivityContext" } trace => Hygiene.SpanStart.IsType(trace, "ActivityContext"),
        { Name: "FlowContext", ContainingNamespace: { Name: "Instrumentation", ContainingNamespace.IsGlobalNamespace: true } } => true,
        _ => false,
    };

    /// <summary><c>correlationId</c>, <c>CorrelationID</c>, <c>correlation_id</c>.</summary>
    public static bool IsIdName(string name) => PlainNames.Is(name, "correlationid");

    /// <summary>Whether a parameter is there to take a correlation id.</summary>
    public static bool IsIdParameter(IParameterSymbol parameter) =>
        MayBeId(parameter.Type, parameter.Name)
        && parameter.RefKind is RefKind.None or RefKind.In
        && !parameter.IsParams;

    // The types of the language first: each argument of each call is asked, and nearly all have one of them.
    private static bool MayBeId(ITypeSymbol type, string name) => type.SpecialType switch
    {
        SpecialType.System_String => IsIdName(name),
        SpecialType.None => IsIdType(type) || (IsIdName(name) && IsPlainType(type)),
        _ => false,
    };

    /// <summary>The first parameter that is there to take a correlation id; null where none is, as in nearly every method.</summary>
    public static IParameterSymbol? IdParameter(ImmutableArray<IParameterSymbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (IsIdParameter(parameter))
            {
                return parameter;
            }
        }

        return null;
    }

    /// <summary>Whether a value of one type can be handed to a parameter of the other as it is.</summary>
    public static bool Fits(ITypeSymbol value, ITypeSymbol parameter) =>
        SymbolEqualityComparer.Default.Equals(value, parameter) || (!IsNullable(value) && SymbolEqualityComparer.Default.Equals(value, Unwrap(parameter)));

    /// <summary><c>CorrelationContext.Id</c>, also behind a conversion or with a <c>??</c> fallback.</summary>
    public static bool IsFromContext(IOperation? value) => value switch
    {
        IPropertyReferenceOperation { Property: { Name: "Id" } property } => property.ContainingType.Is("CorrelationContext", KnownNames.Namespace),
        IConversionOperation conversion => IsFromContext(conversion.Operand),
        ICoalesceOperation coalesce => IsFromContext(coalesce.Value),
        _ => false,
    };

    /// <summary>Types in which ids travel when they have none of their own.</summary>
    public static bool IsPlainType(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || Unwrap(type).Is("Guid", "System");

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static ITypeSymbol Unwrap(ITypeSymbol type) => IsNullable(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
}
