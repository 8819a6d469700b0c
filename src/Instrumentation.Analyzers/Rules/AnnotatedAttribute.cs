using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Analyzers.Rules;

/// <summary>An attribute as it stands on a declaration: its syntax for places, its data for values.</summary>
internal sealed class AnnotatedAttribute
{
    // Nearly every rule of attributes asks for each of them.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<AttributeSyntax, AnnotatedAttribute?>> s_known = new();

    private AnnotatedAttribute(AttributeSyntax syntax, AttributeData data, ISymbol owner, bool isOnReturn)
    {
        Syntax = syntax;
        Data = data;
        Owner = owner;
        IsOnReturn = isOnReturn;
        Name = data.AttributeClass?.ToDisplayString();
    }

    public AttributeSyntax Syntax { get; }

    public AttributeData Data { get; }

    /// <summary>The parameter, method, property, type or assembly that it stands on.</summary>
    public ISymbol Owner { get; }

    public bool IsOnReturn { get; }

    /// <summary>Full name of the attribute.</summary>
    public string? Name { get; }

    /// <summary>Whether it declares an instrument by name.</summary>
    public bool IsInstrument => Name is KnownNames.MetricCounterAttribute or KnownNames.MetricHistogramAttribute or KnownNames.MetricSummaryAttribute
        or KnownNames.MetricUpDownCounterAttribute or KnownNames.MetricGaugeAttribute;

    /// <summary>What the constructor is called with first, as it is written.</summary>
    public AttributeArgumentSyntax? FirstArgument => Syntax.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null);

    /// <summary>The attribute at a node; <see langword="null"/> if it is none of ours, or stands on something that is never instrumented.</summary>
    public static AnnotatedAttribute? At(AttributeSyntax syntax, SemanticModel model, CancellationToken cancellation)
    {
        var known = s_known.GetOrCreateValue(model.Compilation);
        return known.TryGetValue(syntax, out var attribute) ? attribute : known.GetOrAdd(syntax, Read(syntax, model, cancellation));
    }

    private static AnnotatedAttribute? Read(AttributeSyntax syntax, SemanticModel model, CancellationToken cancellation)
    {
        if (syntax.Parent is not AttributeListSyntax { Parent: { } declaration } list || OwnerOf(list, declaration, model, cancellation) is not { } owner)
        {
            return null;
        }

        var isOnReturn = owner is IMethodSymbol && list.Target?.Identifier.IsKind(SyntaxKind.ReturnKeyword) == true;
        var all = isOnReturn ? ((IMethodSymbol)owner).GetReturnTypeAttributes() : owner.GetAttributes();
        var data = all.FirstOrDefault(candidate =>
            candidate.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == syntax.SyntaxTree && reference.Span == syntax.Span);
        return data?.AttributeClass?.ContainingNamespace is { Name: KnownNames.Namespace } ? new AnnotatedAttribute(syntax, data, owner, isOnReturn) : null;
    }

    /// <summary>The written argument of a property.</summary>
    public AttributeArgumentSyntax? Argument(string property) => Syntax.ArgumentList?.Arguments.FirstOrDefault(argument =>
        string.Equals(argument.NameEquals?.Name.Identifier.ValueText, property, StringComparison.Ordinal));

    /// <summary>The written argument of a constructor's parameter; the attribute itself where there is none.</summary>
    public SyntaxNode Written(string parameter, int position)
    {
        var positional = Syntax.ArgumentList?.Arguments.Where(static argument => argument.NameEquals is null).ToList() ?? [];
        var named = positional.FirstOrDefault(argument => string.Equals(argument.NameColon?.Name.Identifier.ValueText, parameter, StringComparison.Ordinal));
        return (named ?? (position < positional.Count && positional[position].NameColon is null ? positional[position] : null))?.Expression ?? (SyntaxNode)Syntax;
    }

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
