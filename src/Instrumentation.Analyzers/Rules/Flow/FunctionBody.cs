using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Flow;

/// <summary>The function around an operation: the innermost lambda or local function, or else the member.</summary>
internal static class FunctionBody
{
    /// <summary>The function's operation; for a member, the root of its body.</summary>
    public static IOperation Of(IOperation operation)
    {
        var current = operation;
        while (current.Parent is { } parent && current is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            current = parent;
        }

        return current;
    }

    /// <summary>The body, of a method or of a member's initializer, in which an operation stands.</summary>
    public static IOperation Root(IOperation operation)
    {
        var current = operation;
        while (current.Parent is { } parent)
        {
            current = parent;
        }

        return current;
    }

    /// <summary>The operations of a function, without those of lambdas and local functions in it, which run at times of their own.</summary>
    public static IEnumerable<IOperation> Own(IOperation function)
    {
        var open = new Stack<IOperation>();
        for (var current = function; ; current = open.Pop())
        {
            if (current != function)
            {
                yield return current;
            }

            foreach (var child in current.ChildOperations.Reverse())
            {
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                {
                    open.Push(child);
                }
            }

            if (open.Count == 0)
            {
                yield break;
            }
        }
    }

    /// <summary>The graph of the function around the operation at hand; null where there is none.</summary>
    public static ControlFlowGraph? Graph(OperationAnalysisContext context)
    {
        var functions = new Stack<IOperation>();
        for (var current = context.Operation; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                functions.Push(current);
            }
        }

        var graph = context.GetControlFlowGraph();
        while (functions.Count > 0 && graph is not null)
        {
            graph = functions.Pop() switch
            {
                ILocalFunctionOperation local => OfLocal(graph, local.Symbol, context.CancellationToken),
                IAnonymousFunctionOperation lambda => OfLambda(graph, lambda.Symbol, context.CancellationToken),
                _ => null,
            };
        }

        return graph;
    }

    private static ControlFlowGraph? OfLocal(ControlFlowGraph graph, IMethodSymbol symbol, CancellationToken cancellation) =>
        graph.LocalFunctions.Contains(symbol, SymbolEqualityComparer.Default) ? graph.GetLocalFunctionControlFlowGraph(symbol, cancellation) : null;

    private static ControlFlowGraph? OfLambda(ControlFlowGraph graph, IMethodSymbol symbol, CancellationToken cancellation) =>
        graph.Blocks.SelectMany(static block => block.Operations.Concat(block.BranchValue is { } value ? [value] : [])).SelectMany(static operation => operation.DescendantsAndSelf())
            .OfType<IFlowAnonymousFunctionOperation>().FirstOrDefault(lambda => SymbolEqualityComparer.Default.Equals(lambda.Symbol, symbol)) is { } found
                ? graph.GetAnonymousFunctionControlFlowGraph(found, cancellation)
                : null;
}
