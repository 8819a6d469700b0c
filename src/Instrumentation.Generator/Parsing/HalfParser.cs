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
    public static HalfTarget? Parse(IMethodSymbol method, MethodSignature signature, AttributeData? instrumented)
    {
        var core = CoreMethods.Of(method);
        if ((core is null && !InPlaceRules.IsHalf(method)) || method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax syntax)
        {
            return null;
        }

        var kind = core is not null ? HalfKind.Body : InPlaceRules.Applies(method) ? HalfKind.Builder : HalfKind.Declaration;
        var called = core ?? (InPlaceRules.HasHandOver(method) ? method : null);
        return new HalfTarget(
            kind,
            signature.Name,
            string.Join(" ", syntax.Modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword)).Select(static modifier => modifier.Text)),
            signature.ReturnType,
            method.Parameters.Select(parameter => PartialDeclaration.Parameter(parameter, signature.Parameters[parameter.Ordinal]) + (core is null ? DefaultValue.Of(parameter) : string.Empty)).ToEquatable(),
            signature.OwnTypeParameters,
            method.IsOverride ? string.Empty : SymbolText.Constraints(method.TypeParameters),
            method.GetAttributes().Select(static data => data.AttributeClass?.ToDisplayString() ?? string.Empty).ToEquatable(),
            called is null || TargetRules.IsReachable(called) ? null : SymbolText.Identifier(called.Name),
            called is null ? string.Empty : CoreModifiers(called),
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
            var core = CoreMethods.Of(method)!;

            // A struct does not hand out itself by reference; in the wrapper it is an argument like any other, unless that is said.
            var isScoped = signature.ReturnModifier.Length > 0 && signature.Receiver.Modifier.Length > 0 && !InstrumentedMembers.Has(method, "System.Diagnostics.CodeAnalysis.UnscopedRefAttribute");
            return signature with { Receiver = signature.Receiver with { IsScoped = isScoped }, Name = half.Core is null ? SymbolText.Identifier(core.Name) : accessor, ReturnType = CoreMethods.IsAwaited(method, core) ? SymbolText.Of(core.ReturnType) : signature.ReturnType, Accessor = AccessorKind.None, IsExported = false };
        }

        var readsResult = InPlaceRules.ReadsResult(method);
        return half.Kind == HalfKind.Declaration
            ? signature
            : signature with { TypeParameters = string.Empty, Constraints = string.Empty, ResultType = readsResult ? signature.ResultType : null, IsExported = false, Accessor = AccessorKind.None, IsUnsafe = false };
    }

    /// <summary>The wrapper that hands tags over to the method; null where it has none.</summary>
    public static HandOverTarget? HandOver(IMethodSymbol method, MethodSignature signature, string accessor)
    {
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

    private static string CoreModifiers(IMethodSymbol core) =>
        "internal " + (core.IsStatic ? "static " : core.ContainingType.TypeKind == TypeKind.Interface ? "sealed " : core.IsReadOnly && !core.ContainingType.IsReadOnly ? "readonly " : string.Empty);
}
