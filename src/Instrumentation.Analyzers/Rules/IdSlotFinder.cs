using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules;

/// <summary>Finds the overloads of a method that take one parameter more: a correlation id. Remembers the answer, which for most methods is none.</summary>
internal sealed class IdSlotFinder
{
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IdSlot>> _slots = new(SymbolEqualityComparer.Default);

    public ImmutableArray<IdSlot> Overloads(IMethodSymbol method) =>
        IsOfFramework(method.ContainingAssembly) ? [] : _slots.GetOrAdd((method.ReducedFrom ?? method).OriginalDefinition, Find);

    private static ImmutableArray<IdSlot> Find(IMethodSymbol method)
    {
        if (method.MethodKind is not MethodKind.Ordinary || method.ContainingType is not { } type || CorrelationIds.IdParameter(method.Parameters) is not null)
        {
            return [];
        }

        return
        [
            .. type.GetMembers(method.Name).OfType<IMethodSymbol>()
                .Where(overload => overload.Parameters.Length > method.Parameters.Length && CorrelationIds.IdParameter(overload.Parameters) is not null)
                .Select(overload => SlotOf(overload, method))
                .OfType<IdSlot>(),
        ];
    }

    // Of the framework's assemblies one knows trace contexts, and none correlation ids: most overloads need not be read.
    private static bool IsOfFramework(IAssemblySymbol? assembly) =>
        assembly is not (null or ISourceAssemblySymbol) && assembly.Name.StartsWith("System.", StringComparison.Ordinal) && assembly.Name != "System.Diagnostics.DiagnosticSource";

    private static IdSlot? SlotOf(IMethodSymbol overload, IMethodSymbol method)
    {
        if (overload.IsStatic != method.IsStatic || overload.Arity != method.Arity || overload.IsExtensionMethod != method.IsExtensionMethod || IsDiscouraged(overload))
        {
            return null;
        }

        // Type parameters of two methods are never equal; construct the one over the other's.
        var same = method.Arity == 0 ? overload : overload.Construct([.. method.TypeParameters]);
        if (!SymbolEqualityComparer.Default.Equals(same.ReturnType, method.ReturnType))
        {
            return null;
        }

        var extra = CorrelationIds.IdParameter(same.Parameters);
        if (extra is null || !same.Parameters.Remove(extra).Take(method.Parameters.Length).Select(Shape).SequenceEqual(method.Parameters.Select(Shape)) || same.Parameters.Remove(extra).Skip(method.Parameters.Length).Any(static more => !more.IsOptional))
        {
            return null;
        }

        // Whether the call may use it depends on where the call stands, so the caller asks.
        return new IdSlot(overload, overload.Parameters[extra.Ordinal]);
    }

    private static (ITypeSymbol Type, RefKind Kind, bool IsParams) Shape(IParameterSymbol parameter) => new(parameter.Type, parameter.RefKind, parameter.IsParams);

    private static bool IsDiscouraged(IMethodSymbol method) => method.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name is "ObsoleteAttribute"
        || (attribute.AttributeClass?.Name is "EditorBrowsableAttribute" && attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is 1));
}
