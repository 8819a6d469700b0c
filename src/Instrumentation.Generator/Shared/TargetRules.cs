using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Which methods can be instrumented. The generator skips what is refused here; the analyzers say why.</summary>
internal static class TargetRules
{
    // Each rule of methods asks, and each call of one.
    private static readonly ConditionalWeakTable<IMethodSymbol, StrongBox<string?>> s_refusals = new();

    /// <summary>Why a method that carries one of our attributes cannot be measured; null where it can.</summary>
    public static string? Refusal(IMethodSymbol method) =>
        s_refusals.GetValue(InstrumentedMembers.Declared(method), static declared => new(OfItsKind(declared) ?? OfItsSignature(declared))).Value;

    /// <summary>Whether a partial method has no body that somebody wrote. The rules see those of generators, which generators do not see of each other.</summary>
    public static bool HasNoWrittenBody(IMethodSymbol method) =>
        method.IsPartialDefinition
        && (method.PartialImplementationPart is not { } body || body.Locations.All(static location => location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true));

    /// <summary>Whether generated code of the same assembly can name the symbol.</summary>
    public static bool IsReachable(ISymbol symbol)
    {
        // An explicit implementation is called through its interface.
        if (symbol is IMethodSymbol { ExplicitInterfaceImplementations: { Length: > 0 } called } && symbol.ContainingType.TypeKind != TypeKind.Interface)
        {
            return IsReachable(called[0]);
        }

        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal or Accessibility.NotApplicable)
                || current is INamedTypeSymbol { IsFileLocal: true })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether a private or protected method can be called through an accessor: its type and everything in its signature must be nameable, and
    /// the accessor's own type parameters cannot stand for those of a generic method.
    /// </summary>
    public static bool HasAccessor(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsGenericMethod: false }
        && method.ContainingType.TypeKind is TypeKind.Class or TypeKind.Struct
        && !IsGeneric(method.ContainingType)
        && IsReachable(method.ContainingType)
        && IsNameable(method.ReturnType)
        && method.Parameters.All(static parameter => IsNameable(parameter.Type));

    /// <summary>A name that two type parameters have, of a method, of a type and of the types around it; null where each has its own.</summary>
    public static string? RepeatedTypeParameter(INamedTypeSymbol type, IMethodSymbol? method)
    {
        var seen = new HashSet<string>(method?.TypeParameters.Select(static parameter => parameter.Name) ?? [], StringComparer.Ordinal);
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.TypeParameters.FirstOrDefault(parameter => !seen.Add(parameter.Name)) is { } repeated)
            {
                return repeated.Name;
            }
        }

        return null;
    }

    private static string? OfItsKind(IMethodSymbol method)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
        {
            return "only ordinary methods can be measured";
        }

        if (method.MethodKind == MethodKind.Ordinary && !method.CanBeReferencedByName)
        {
            return "top-level statements are called by the runtime alone";
        }

        if (!ExtensionBlocks.IsWritten(method))
        {
            return "only ordinary methods can be measured";
        }

        if (ExtensionBlocks.Is(method.ContainingType))
        {
            return "this compiler does not tell what becomes of a member of an extension block; write it as an extension method with 'this'";
        }

        var recordsItself = CoreMethods.Of(method) is not null || InPlaceRules.Applies(method);
        if (!recordsItself && !IsReachable(method) && !HasAccessor(method))
        {
            return "generated code cannot call it; make it and its types internal or public";
        }

        if (!recordsItself && IsObsoleteAsError(method))
        {
            return "it is obsolete and may not be called";
        }

        if (NamesObsoleteAsError(method))
        {
            return "its signature names a type that is obsolete and may not be named";
        }

        if (method.ContainingType.TypeKind == TypeKind.Interface && method.IsStatic && (method.IsAbstract || method.IsVirtual))
        {
            return "a static interface member has no call that could be replaced";
        }

        return method.ContainingType.IsRefLikeType ? "a ref struct cannot be handed to a wrapper" : null;
    }

    private static string? OfItsSignature(IMethodSymbol method)
    {
        if (method.IsVararg)
        {
            return "variable argument lists cannot be passed on";
        }

        if (SequenceRules.IsEnumerator(method.ReturnType) || (SequenceRules.IsIterator(method) && !SequenceRules.IsSequence(method.ReturnType) && !SequenceRules.IsAsyncSequence(method.ReturnType)))
        {
            return "an enumerator that is returned by itself, or a sequence without an element type, is not measured; return IEnumerable<T> or IAsyncEnumerable<T>";
        }

        if (method.Parameters.Any(static parameter => parameter is { Type.TypeKind: TypeKind.Dynamic, RefKind: not (RefKind.None or RefKind.In) }))
        {
            return "a dynamic parameter by reference cannot be passed on";
        }

        if (RepeatedTypeParameter(method.ContainingType, method.ExplicitInterfaceImplementations.FirstOrDefault() ?? method) is { } name)
        {
            return $"a wrapper has all type parameters of the method and of the types around it, and two are called '{name}'; rename one";
        }

        return CoreMethods.Of(method) is { } core ? CoreMethods.Refusal(method, core)
            : InPlaceRules.IsHalf(method) ? InPlaceRules.Refusal(method)
            : (method.PartialImplementationPart ?? method) is { IsAsync: true, ReturnsVoid: true } ? "an async void method ends when nobody looks; return a Task"
            : !HasNoWrittenBody(method) ? OfItsCalls(method)
            : method.PartialImplementationPart is null && InstrumentedMembers.Has(method, KnownNames.InstrumentedAttribute) ? CoreMethods.Missing(method)
            : "a partial method without a body belongs to another generator";
    }

    // Of a wrapper, which calls the method from another file.
    private static string? OfItsCalls(IMethodSymbol method) =>
        method.IsConditional ? "its calls depend on a symbol that generated code does not have ([Conditional])"
        : method.GetAttributes().Any(static attribute => attribute.Is("System.Runtime.InteropServices.UnmanagedCallersOnlyAttribute")) ? "only unmanaged code can call it"
        : null;

    private static bool IsGeneric(INamedTypeSymbol type) => type.IsGenericType || (type.ContainingType is { } outer && IsGeneric(outer));

    /// <summary>Whether generated code of the same assembly can name the type with all that is in it.</summary>
    public static bool IsNameable(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsNameable(array.ElementType),
        IPointerTypeSymbol pointer => IsNameable(pointer.PointedAtType),
        IFunctionPointerTypeSymbol => false,
        INamedTypeSymbol named => IsReachable(named) && named.TypeArguments.All(IsNameable),
        _ => true,
    };

    /// <summary>Whether the member's types are such that naming them is an error.</summary>
    public static bool NamesObsoleteAsError(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters.Select(static parameter => parameter.Type).Append(method.ReturnType)
            .Concat(method.TypeParameters.SelectMany(static parameter => parameter.ConstraintTypes)).Any(NamesObsolete),
        IPropertySymbol property => property.Parameters.Select(static parameter => parameter.Type).Append(property.Type).Any(NamesObsolete),
        IEventSymbol happening => NamesObsolete(happening.Type),
        INamedTypeSymbol type => NamesObsolete(type),
        _ => false,
    };

    private static bool NamesObsolete(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => NamesObsolete(array.ElementType),
        IPointerTypeSymbol pointer => NamesObsolete(pointer.PointedAtType),
        INamedTypeSymbol named => IsObsoleteAsError(named) || named.TypeArguments.Any(NamesObsolete),
        _ => false,
    };

    /// <summary>Whether no code may call the symbol.</summary>
    public static bool IsObsoleteAsError(ISymbol symbol) =>
        symbol is not null and not INamespaceSymbol
        && (symbol.GetAttributes().Any(static attribute => attribute.Is("System.ObsoleteAttribute")
                && attribute.ConstructorArguments.Length == 2
                && attribute.ConstructorArguments[1].Value is true)
            || IsObsoleteAsError(symbol.ContainingType));
}
