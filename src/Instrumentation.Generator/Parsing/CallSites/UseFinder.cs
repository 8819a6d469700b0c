using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing.CallSites;

/// <summary>Finds the uses of instrumented methods in a file: by name first, so that only members which may hold one are looked at, and of these only those are bound whose calls are not plain.</summary>
internal static class UseFinder
{
    public static bool HasCandidates(SyntaxTreeIndex file, NameGate names) => file.Mentions.Any(names.MayBeUsed);

    public static IEnumerable<InstrumentedUse> Find(SyntaxNode root, NameGate names, SemanticModel model, CancellationToken cancellation)
    {
        var uses = InstrumentedUses.Of(model.Compilation);
        var calls = new PlainCalls(names, model, cancellation);
        return Members(root).SelectMany(member =>
            calls.In(member)?.SelectMany(call => uses.OfCall(call.Call, call.Method, call.Receiver, null, model, cancellation))
            ?? Operations(model.GetOperation(member, cancellation)).SelectMany(operation => uses.Of(operation, cancellation)));
    }

    // Where code begins: the bodies, initializers and statements that have operations of their own.
    private static IEnumerable<SyntaxNode> Members(SyntaxNode node) => node switch
    {
        // A program of statements may begin with these, of which only the block is an operation.
        UnsafeStatementSyntax { Block: var block } => [block],
        CheckedStatementSyntax { Block: var block } => [block],
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or PrimaryConstructorBaseTypeSyntax or StatementSyntax => [node],
        AttributeListSyntax or ParameterListSyntax => [],
        _ => node.ChildNodes().SelectMany(Members),
    };

    private static IEnumerable<IOperation> Operations(IOperation? root)
    {
        var open = new Stack<IOperation>();
        if (root is not null)
        {
            open.Push(root);
        }

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
