using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing.CallSites;

/// <summary>Finds the uses of instrumented methods in a file: by name first, so that only what may be one is bound.</summary>
internal static class UseFinder
{
    public static bool HasCandidates(SyntaxTreeIndex file, CompilationIndex names) =>
        file.Calls.Any(call => names.MayBeInstrumented(call.Name)) || file.Mentions.Any(names.MayBeInstrumented);

    /// <summary>The uses, each with its call where there is one that could be replaced.</summary>
    public static IEnumerable<(CallCoverage Coverage, InvocationExpressionSyntax? Call)> Find(SyntaxTreeIndex file, CompilationIndex names, SyntaxNode root, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var (name, call) in file.Calls)
        {
            cancellation.ThrowIfCancellationRequested();
            if (names.MayBeInstrumented(name) && CallCoverage.OfCall(call, model, cancellation) is { } coverage)
            {
                yield return (coverage, call);
            }
        }

        if (!file.Mentions.Any(names.MayBeInstrumented))
        {
            yield break;
        }

        foreach (var coverage in root.DescendantNodes().SelectMany(node => Others(node, names, model, cancellation)))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return (coverage, null);
        }
    }

    private static IEnumerable<CallCoverage> Others(SyntaxNode node, CompilationIndex names, SemanticModel model, CancellationToken cancellation) => node switch
    {
        SimpleNameSyntax name when names.MayBeInstrumented(name.Identifier.ValueText) && !CallSyntax.IsCalled(name) =>
            One(CallSyntax.CallInParentheses(name) is { } call ? CallCoverage.OfCall(call, model, cancellation) : CallCoverage.OfMethodGroup(name, model, cancellation)),
        InitializerExpressionSyntax initializer when initializer.IsKind(SyntaxKind.CollectionInitializerExpression) && names.MayBeInstrumented(WellKnownMemberNames.CollectionInitializerAddMethodName) =>
            initializer.Expressions.SelectMany(element =>
                One(CallCoverage.OfImplicitCall(element, model.GetCollectionInitializerSymbolInfo(element, cancellation).Symbol as IMethodSymbol, model, cancellation))),
        _ => [],
    };

    private static IEnumerable<CallCoverage> One(CallCoverage? coverage) => coverage is null ? [] : [coverage];
}
