using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Turns a method's declaration into text that declares it again.</summary>
internal static class SignatureParser
{
    public static MethodSignature Parse(IMethodSymbol method, string targetName)
    {
        var called = Called(method);

        // The method's type, not the called one's: an explicit implementation calls an interface whose type parameters are given.
        var typeParameters = TypeParametersOf(method.ContainingType).Concat(called.TypeParameters).ToList();
        var kind = Kind(CoreMethods.Of(method) ?? method);
        return new MethodSignature(
            SymbolText.Identifier(called.Name),
            Receiver(called, targetName),
            kind,
            ReturnModifier(method, declared: true) + SymbolText.Of(called.ReturnType),
            ReturnModifier(method, declared: false),
            Result(called.ReturnType, kind) is { } result ? SymbolText.Of(result) : null,
            called.Parameters.Select(Parameter).ToEquatable(),
            SymbolText.TypeParameters(called.TypeParameters),
            SymbolText.TypeParameters(typeParameters),
            SymbolText.DeclaredTypeParameters(typeParameters),
            SymbolText.Constraints(typeParameters),
            called.Parameters.Any(static p => HasPointer(p.Type)) || HasPointer(called.ReturnType),
            Accessor(called),
            ReflectionName(called.ContainingType),
            IsExported(called),
            CallerWarnings.Annotations(method).Concat(TrimmingContract.OfReturn(called) is { } kept ? [kept] : []).ToEquatable(),
            CallerWarnings.Ids(method).ToEquatable(),
            Result(called.ReturnType, kind) is { } awaited ? SymbolText.Erased(awaited) : null,
            called.Parameters.Any(static parameter => !parameter.RefCustomModifiers.IsEmpty));
    }

    /// <summary>The type parameters of a type and of the types around it, from the outside in.</summary>
    public static IEnumerable<ITypeParameterSymbol> TypeParametersOf(INamedTypeSymbol? type) =>
        type is null ? [] : TypeParametersOf(type.ContainingType).Concat(type.TypeParameters);

    /// <summary>What stands for those type parameters.</summary>
    public static IEnumerable<ITypeSymbol> TypeArgumentsOf(INamedTypeSymbol? type) =>
        type is null ? [] : TypeArgumentsOf(type.ContainingType).Concat(type.TypeArguments);

    /// <summary>What a call names: for an explicit implementation the interface's member.</summary>
    public static IMethodSymbol Called(IMethodSymbol method) =>
        method.ExplicitInterfaceImplementations.FirstOrDefault() ?? method;

    public static ITypeSymbol? Result(ITypeSymbol returnType, ReturnKind kind) => kind switch
    {
        ReturnKind.Value => returnType,
        ReturnKind.TaskOfResult or ReturnKind.ValueTaskOfResult or ReturnKind.Sequence or ReturnKind.AsyncSequence => ((INamedTypeSymbol)returnType).TypeArguments[0],
        _ => null,
    };

    public static ReturnKind Kind(IMethodSymbol method)
    {
        var type = method.ReturnType;
        if (SequenceRules.IsAsyncSequence(type))
        {
            return ReturnKind.AsyncSequence;
        }

        if (SequenceRules.IsSequence(type) && SequenceRules.IsIterator(method))
        {
            return ReturnKind.Sequence;
        }

        if (type.SpecialType == SpecialType.System_Void)
        {
            return ReturnKind.Void;
        }

        if (type is INamedTypeSymbol { ContainingType: null } named && TypeNames.Namespace(named) == "System.Threading.Tasks")
        {
            return (named.Name, named.Arity) switch
            {
                ("Task", 0) => ReturnKind.Task,
                ("Task", 1) => ReturnKind.TaskOfResult,
                ("ValueTask", 0) => ReturnKind.ValueTask,
                ("ValueTask", 1) => ReturnKind.ValueTaskOfResult,
                _ => ReturnKind.Value,
            };
        }

        return ReturnKind.Value;
    }

    private static AccessorKind Accessor(IMethodSymbol method) =>
        TargetRules.IsReachable(method) ? AccessorKind.None
        : !method.IsStatic ? AccessorKind.Instance
        : method.ContainingType.IsStatic ? AccessorKind.StaticClass
        : AccessorKind.Static;

    private static bool IsExported(IMethodSymbol method)
    {
        if (method.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
        {
            return false;
        }

        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }

    private static string ReflectionName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{ReflectionName(outer)}+{type.MetadataName}"
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName
        : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";

    private static ReceiverModel Receiver(IMethodSymbol method, string targetName) =>
        new(
            SymbolText.Of(method.ContainingType),
            method.IsStatic ? null : targetName,
            !method.ContainingType.IsValueType ? string.Empty : method.IsReadOnly || method.ContainingType.IsReadOnly ? "in " : "ref ",
            method.IsExtensionMethod);

    private static string ReturnModifier(IMethodSymbol method, bool declared) => method.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.RefReadOnly => declared ? "ref readonly " : "ref ",
        _ => string.Empty,
    };

    private static ParameterModel Parameter(IParameterSymbol parameter)
    {
        var name = SymbolText.Identifier(parameter.Name);
        var type = SymbolText.Of(parameter.Type);
        var scoped = parameter.ScopedKind != ScopedKind.None && parameter.RefKind != RefKind.Out ? "scoped " : string.Empty;
        var (declared, passed) = parameter.RefKind switch
        {
            RefKind.Ref => ("ref ", "ref "),
            RefKind.Out => ("out ", "out "),
            RefKind.In => ("in ", "in "),
            RefKind.RefReadOnlyParameter => ("ref readonly ", "in "),
            _ => (string.Empty, string.Empty),
        };
        if (parameter is { Type.TypeKind: TypeKind.Dynamic, RefKind: RefKind.None or RefKind.In })
        {
            // Otherwise the call would be bound when it runs, with all that this changes.
            passed = "(object?)";
        }

        return new ParameterModel($"{scoped}{declared}{type} {name}", passed + name, type, name, TrimmingContract.Of(parameter));
    }

    private static bool HasPointer(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
        IArrayTypeSymbol array => HasPointer(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasPointer),
        _ => false,
    };
}
