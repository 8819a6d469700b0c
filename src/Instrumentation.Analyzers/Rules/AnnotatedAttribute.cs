using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Analyzers.Rules;

/// <summary>An attribute as it stands on a declaration: its syntax for places, its data for values.</summary>
internal sealed class AnnotatedAttribute
{
    private AnnotatedAttribute(AttributeSyntax syntax, AttributeData data, ISymbol owner, bool isOnReturn)
    {
        Syntax = syntax;
        Data = data;
        Owner = owner;
        IsOnReturn = isOnReturn;
    }

    public AttributeSyntax Syntax { get; }

    public AttributeData Data { get; }

    /// <summary>The parameter, method, property, type or assembly that it stands on.</summary>
    public ISymbol Owner { get; }

    public bool IsOnReturn { get; }

    /// <summary>Full name of the attribute.</summary>
    public string? Name => Data.AttributeClass?.ToDisplayString();

    /// <summary>Whether it declares an instrument by name.</summary>
    public bool IsInstrument => Name is KnownNames.MetricCounterAttribute or KnownNames.MetricHistogramAttribute or KnownNames.MetricSummaryAttribute
        or KnownNames.MetricUpDownCounterAttribute or KnownNames.MetricGaugeAttribute;

    /// <summary>What the constructor is called with first, as it is written.</summary>
    public AttributeArgumentSyntax? FirstArgument => Syntax.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null);

    /// <summary>The attribute at a node; <see langword="null"/> if it stands on something that is never instrumented.</summary>
    public static AnnotatedAttribute? At(AttributeSyntax syntax, SemanticModel model, CancellationToken cancellation)
    {
        if (syntax.Parent is not AttributeListSyntax { Parent: { } declaration } list || OwnerOf(list, declaration, model, cancellation) is not { } owner)
        {
            return null;
        }

        var isOnReturn = owner is IMethodSymbol && list.Target?.Identifier.IsKind(SyntaxKind.ReturnKeyword) == true;
        var all = isOnReturn ? ((IMethodSymbol)owner).GetReturnTypeAttributes() : owner.GetAttributes();
        var data = all.FirstOrDefault(candidate =>
            candidate.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == syntax.SyntaxTree && reference.Span == syntax.Span);
        return data is null ? null : new AnnotatedAttribute(syntax, data, owner, isOnReturn);
    }

    /// <summary>The written argument of a property.</summary>
    public AttributeArgumentSyntax? Argument(string property) => Syntax.ArgumentList?.Arguments.FirstOrDefault(argument =>
        string.Equals(argument.NameEquals?.Name.Identifier.ValueText, property, StringComparison.Ordinal));

    public string? Text(string property) => Named(property).Value as string;

    public int Number(string property) => Named(property).Value as int? ?? 0;

    public IReadOnlyList<string>? Texts(string property)
    {
        var value = Named(property);
        return value.Kind == TypedConstantKind.Array && !value.IsNull ? [.. value.Values.Select(item => item.Value as string ?? "")] : null;
    }

    /// <summary>The methods whose calls the attribute speaks of: its own, or the measured ones of its type.</summary>
    public ImmutableArray<IMethodSymbol> Methods() => Owner switch
    {
        IMethodSymbol method => [method],
        IPropertySymbol { GetMethod: { } getter } => [getter],
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } => [method],
        INamedTypeSymbol type => [.. InstrumentedMembers.Of(type).Select(static member => member.Method)],
        _ => [],
    };

    private static ISymbol? OwnerOf(AttributeListSyntax list, SyntaxNode declaration, SemanticModel model, CancellationToken cancellation) =>
        list.Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) == true ? model.Compilation.Assembly
        : declaration is LambdaExpressionSyntax ? model.GetSymbolInfo(declaration, cancellation).Symbol : model.GetDeclaredSymbol(declaration, cancellation);

    private TypedConstant Named(string property) =>
        Data.NamedArguments.FirstOrDefault(argument => string.Equals(argument.Key, property, StringComparison.Ordinal)).Value;
}
