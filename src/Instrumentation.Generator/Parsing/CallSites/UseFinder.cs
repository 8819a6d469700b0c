using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing.CallSites;

/// <summary>Finds the uses of instrumented methods in a file: by name first, so that only members which may hold one are bound.</summary>
internal static class UseFinder
{
    public static bool HasCandidates(SyntaxTreeIndex file, CompilationIndex names) => file.Mentions.Any(names.MayBeUsed);

    public static IEnumerable<InstrumentedUse> Find(SyntaxNode root, CompilationIndex names, SemanticModel model, CancellationToken cancellation)
    {
        var uses = InstrumentedUses.Of(model.Compilation);
        foreach (var operation in Roots(root).Where(node => Mentions.In(node).Any(names.MayBeUsed)).Select(node => model.GetOperation(node, cancellation)).OfType<IOperation>().SelectMany(Descendants))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var use in uses.Of(operation, cancellation))
            {
                yield return use;
            }
        }
    }

    // Where code begins: the bodies, initializers and statements that have operations of their own.
    private static IEnumerable<SyntaxNode> Roots(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or PrimaryConstructorBaseTypeSyntax or StatementSyntax => [node],
        AttributeListSyntax or ParameterListSyntax => [],
        _ => node.ChildNodes().SelectMany(Roots),
    };

    private static IEnumerable<IOperation> Descendants(IOperation operation)
    {
        var open = new Stack<IOperation>();
        open.Push(operation);
        while (open.Count > 0)
        {
            var current = open.Pop();
            yield return current;
            foreach (var child in current.ChildOperations.Reverse())
            {
                open.Push(child);
            }
        }
    }
}
