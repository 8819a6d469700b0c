using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Flow;

/// <summary>Looks for a way from an operation out of its function on which nothing closes what the operation opened: over branches, early returns and exceptions.</summary>
/// <param name="graph">The function.</param>
/// <param name="closes">Whether an operation closes it.</param>
/// <param name="known">What a condition is while it is open; null where it may be either.</param>
internal sealed class PathSearch(ControlFlowGraph graph, Func<IOperation, bool> closes, Func<IOperation, bool?> known)
{
    private readonly HashSet<BasicBlock> _seen = [];
    private readonly Stack<(BasicBlock Block, int From)> _open = new();
    private OpenPath? _byException;

    /// <summary>A way out after the operation at a piece of syntax; one that returns rather than one that throws. Null where there is none.</summary>
    public OpenPath? From(SyntaxNode opened)
    {
        if (Locate(opened) is not { } start)
        {
            return null;
        }

        _open.Push(start);
        while (_open.Count > 0)
        {
            var (block, from) = _open.Pop();
            if (Walk(block, from) is { } exit)
            {
                return exit;
            }
        }

        return _byException;
    }

    private (BasicBlock Block, int Index)? Locate(SyntaxNode opened)
    {
        foreach (var block in graph.Blocks.Where(static block => block.IsReachable))
        {
            var operations = Operations(block);
            var index = operations.FindIndex(operation => operation.DescendantsAndSelf().Any(part => part.Syntax == opened));
            if (index >= 0)
            {
                return (block, index + 1);
            }
        }

        return null;
    }

    private OpenPath? Walk(BasicBlock block, int from)
    {
        foreach (var operation in Operations(block).Skip(from))
        {
            if (Closes(operation))
            {
                return null;
            }

            if (Throwing.May(operation))
            {
                Throw(block, operation.Syntax);
            }
        }

        var isTrue = block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is null ? null : known(block.BranchValue);
        var conditional = isTrue is { } value && block.ConditionalSuccessor is not null ? value == (block.ConditionKind == ControlFlowConditionKind.WhenTrue) : (bool?)null;
        return (conditional == false ? null : Follow(block, block.ConditionalSuccessor)) ?? (conditional == true ? null : Follow(block, block.FallThroughSuccessor));
    }

    private OpenPath? Follow(BasicBlock block, ControlFlowBranch? branch)
    {
        if (branch is null || branch.FinallyRegions.Any(Closes))
        {
            return null;
        }

        if (branch.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow)
        {
            Throw(block, block.BranchValue?.Syntax);
        }
        else if (branch.Destination is { Kind: BasicBlockKind.Exit })
        {
            return new OpenPath(IsException: false, Operations(block).LastOrDefault()?.Syntax);
        }
        else if (branch.Destination is { } next && _seen.Add(next))
        {
            _open.Push((next, 0));
        }

        return null;
    }

    // An exception runs the finally blocks around it, and goes into the handlers that may take it.
    private void Throw(BasicBlock block, SyntaxNode? place)
    {
        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } around)
            {
                continue;
            }

            foreach (var handler in around.NestedRegions.Where(other => other != region))
            {
                if (handler.Kind == ControlFlowRegionKind.Finally)
                {
                    if (Closes(handler))
                    {
                        return;
                    }

                    continue;
                }

                var first = graph.Blocks[handler.FirstBlockOrdinal];
                if (_seen.Add(first))
                {
                    _open.Push((first, 0));
                }

                if (handler.Kind == ControlFlowRegionKind.Catch && handler.ExceptionType is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace.Name: "System" })
                {
                    return;
                }
            }
        }

        _byException ??= new OpenPath(IsException: true, place);
    }

    private bool Closes(ControlFlowRegion region) =>
        Enumerable.Range(region.FirstBlockOrdinal, region.LastBlockOrdinal - region.FirstBlockOrdinal + 1).SelectMany(ordinal => Operations(graph.Blocks[ordinal])).Any(Closes);

    private bool Closes(IOperation operation) => operation.DescendantsAndSelf().Any(closes);

    private static List<IOperation> Operations(BasicBlock block) => [.. block.Operations, .. block.BranchValue is { } value ? new[] { value } : []];
}
