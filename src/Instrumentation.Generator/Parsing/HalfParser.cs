using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses the half of a partial method that is generated.</summary>
internal static class HalfParser
{
    /// <summary>The half; null where the method has none, or the user wrote both.</summary>
    public static HalfTarget? Parse(IMethodSymbol method, MethodSignature signature, AttributeData? instrumented) =>
        CoreMethods.Of(method) is { } core ? Half(HalfKind.Body, method, signature, core, instrumented)
        : !InPlaceRules.IsHalf(method) ? null
        : Half(InPlaceRules.Applies(method) ? HalfKind.Builder : HalfKind.Declaration, method, signature, InPlaceRules.HasHandOver(method) ? method : null, instrumented);

    /// <summary>The half of the method that has the body, where that is a partial one too; null where the user wrote it all.</summary>
    public static HalfTarget? ParseCore(IMethodSymbol method, string targetName, AttributeData? instrumented) =>
        CoreMethods.Of(method) is { } core && InPlaceRules.IsHalf(core)
            ? Half(InPlaceRules.AppliesToCore(method, core) ? HalfKind.Builder : HalfKind.Declaration, core, SignatureParser.Parse(core, targetName), null, instrumented)
            : null;

    private static HalfTarget? Half(HalfKind kind, IMethodSymbol method, MethodSignature signature, IMethodSymbol? called, AttributeData? instrumented)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax syntax)
        {
            return null;
        }

        return new HalfTarget(
            kind,
            signature.Name,
            string.Join(" ", syntax.Modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword)).Select(static modifier => modifier.Text)),
            signature.ReturnType,
            method.Parameters.Select(parameter => PartialDeclaration.Parameter(parameter, signature.Parameters[parameter.Ordinal]) + (kind == HalfKind.Body ? string.Empty : DefaultValue.Of(parameter))).ToEquatable(),
            signature.OwnTypeParameters,
            method.IsOverride ? Repeated(syntax) : SymbolText.Constraints(method.TypeParameters),
            method.GetAttributes().Select(static data => data.AttributeClass?.ToDisplayString() ?? string.Empty).ToEquatable(),
            called is null || CoreMethods.IsCalledByWrapper(called, method) ? null : SymbolText.Identifier(called.Name),
            called is null ? string.Empty : CoreModifiers(method, called),
            called is null ? string.Empty : SymbolText.Constraints(called.TypeParameters),
            kind == HalfKind.Builder && InnerBuilders.Result(method.ReturnType) is { } result ? SymbolText.Of(result) : null)
        {
            InnerBuilder = kind == HalfKind.Builder ? SymbolText.Named(InnerBuilders.Of(method, instrumented)!) : null,
            TaskType = kind == HalfKind.Builder ? SymbolText.Named((INamedTypeSymbol)method.ReturnType) : null,
            IsExported = signature.IsExported,
        };
    }

    /// <summary>The signature of what is recorded: for a body the one that the user wrote, for a builder one without what it cannot name.</summary>
    public static MethodSignature Recorded(IMethodSymbol method, MethodSignature signature, HalfTarget half, string accessor)
    {
        if (half.Kind == HalfKind.Body)
        {
            return WithCore(method, CoreMethods.Of(method)!, signature, accessor);
        }

        return half.Kind == HalfKind.Declaration ? signature : InPlace(method, signature);
    }

    /// <summary>The signature by which a builder records: without what it cannot name.</summary>
    public static MethodSignature InPlace(IMethodSymbol method, MethodSignature signature) =>
        signature with { TypeParameters = string.Empty, DeclaredTypeParameters = string.Empty, Constraints = string.Empty, ResultType = InPlaceRules.ReadsResult(method) ? signature.ResultType : null, IsExported = false, Accessor = AccessorKind.None, IsUnsafe = false };

    /// <summary>The wrapper that hands tags over to the method; null where it has none.</summary>
    public static HandOverTarget? HandOver(IMethodSymbol method, MethodSignature signature, string accessor)
    {
        if (CoreMethods.Of(method) is { } core)
        {
            return InPlaceRules.IsHandedTags(method) ? new HandOverTarget(WithCore(method, core, signature, accessor), null) : null;
        }

        if (!InPlaceRules.HasHandOver(method))
        {
            return null;
        }

        var type = method.ContainingType;
        var initializes = (method.IsStatic || type.IsValueType) && type.StaticConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared);
        return new HandOverTarget(
            signature with { Name = TargetRules.IsReachable(method) ? signature.Name : accessor, Accessor = AccessorKind.None },
            initializes ? SymbolText.Of(type) : null);
    }

    // An override inherits its constraints, and says at most of which kind a parameter is, without which 'T?' would mean another type.
    private static string Repeated(MethodDeclarationSyntax syntax) =>
        string.Concat(syntax.ConstraintClauses.Select(static clause => $" where {clause.Name.Identifier.Text} : {string.Join(", ", clause.Constraints)}"));

    private static MethodSignature WithCore(IMethodSymbol method, IMethodSymbol core, MethodSignature signature, string accessor)
    {
        // A struct does not hand out itself by reference; in the wrapper it is an argument like any other, unless that is said.
        var isScoped = (signature.ReturnModifier.Length > 0 || method.ReturnType.IsRefLikeType) && signature.Receiver.Modifier.Length > 0 && !InstrumentedMembers.Has(method, "System.Diagnostics.CodeAnalysis.UnscopedRefAttribute");
        return signature with
        {
            Receiver = signature.Receiver with { IsScoped = isScoped },
            Name = CoreMethods.IsCalledByWrapper(core, method) ? SymbolText.Identifier(core.Name) : accessor,
            ReturnType = CoreMethods.IsAwaited(method, core) ? SymbolText.Of(core.ReturnType) : signature.ReturnType,
            Accessor = AccessorKind.None,
            IsExported = false,
        };
    }

    private static string CoreModifiers(IMethodSymbol method, IMethodSymbol core) =>
        "internal " + (method.IsStatic ? "static " : core.ContainingType.TypeKind == TypeKind.Interface ? "sealed " : (core.IsReadOnly || core.IsStatic) && core.ContainingType is { IsValueType: true, IsReadOnly: false } ? "readonly " : string.Empty);
}
