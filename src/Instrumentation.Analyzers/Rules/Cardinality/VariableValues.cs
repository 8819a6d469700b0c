using Instrumentation.Analyzers.Rules.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>Finds what was put into a variable before it is read, as far as the text of the method shows: the last value on the way, and those of branches after it.</summary>
internal static class VariableValues
{
    public static KnownValues Before(ISymbol variable, IOperation use)
    {
        var root = FunctionBody.Root(use);
        var loop = Loop(use);
        var known = new List<IOperation>();
        foreach (var (value, place, isKnown) in Assignments(variable, root).OrderByDescending(static each => each.Place.Syntax.Span.End))
        {
            // What stands behind the use reaches it only around a loop that both are in, or out of a lambda that runs later.
            if (place.Syntax.SpanStart >= use.Syntax.SpanStart && !(loop is not null && IsWithin(place, loop)) || IsWithin(use, place))
            {
                continue;
            }

            if (!isKnown || value is null)
            {
                return new KnownValues(known, AreAll: false);
            }

            known.Add(value);
            var isBefore = place.Syntax.Span.End <= use.Syntax.SpanStart;
            if (isBefore && (IsOnTheWay(place, use) || ReplacesAllOthers(place, variable)))
            {
                return new KnownValues(known, AreAll: true);
            }
        }

        // A variable that nobody initializes is assigned on every way, or the compiler would refuse to read it.
        return new KnownValues(known, AreAll: variable is ILocalSymbol && known.Count > 0);
    }

    private static IEnumerable<(IOperation? Value, IOperation Place, bool IsKnown)> Assignments(ISymbol variable, IOperation root)
    {
        foreach (var operation in root.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Same(declarator.Symbol, variable) && declarator.GetVariableInitializer() is { } initializer:
                    yield return (initializer.Value, declarator, true);
                    break;
                case IAssignmentOperation assignment when IsReference(assignment.Target, variable):
                    yield return (assignment.Value, assignment, assignment is ISimpleAssignmentOperation or ICoalesceAssignmentOperation or ICompoundAssignmentOperation);
                    break;
                case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var element } } loop when Same(element, variable):
                    yield return (loop.Collection, loop.LoopControlVariable, true);
                    break;
                case IDeclarationPatternOperation pattern when Same(pattern.DeclaredSymbol, variable):
                    yield return (Matched(pattern), pattern, true);
                    break;
                case IRecursivePatternOperation pattern when Same(pattern.DeclaredSymbol, variable):
                    yield return (Matched(pattern), pattern, true);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument when IsReference(argument.Value, variable) || (argument.Value is IDeclarationExpressionOperation { Expression: var declared } && IsReference(declared, variable)):
                    yield return (Filled(argument), argument, true);
                    break;
                case IDeconstructionAssignmentOperation deconstruction when deconstruction.Target.DescendantsAndSelf().Any(target => IsReference(target, variable)):
                    yield return (null, deconstruction, false);
                    break;
            }
        }
    }

    // `headers.TryGetValue("X-Tenant", out var tenant)`: what it came out of.
    private static IOperation? Filled(IArgumentOperation argument) => argument.Parent is IInvocationOperation { TargetMethod.Name: "TryGetValue", Instance: { } container } ? container : null;

    // The whole value, or the property of it that the pattern looks at.
    private static IOperation? Matched(IPatternOperation pattern)
    {
        IOperation current = pattern;
        while (current.Parent is IBinaryPatternOperation or INegatedPatternOperation)
        {
            current = current.Parent;
        }

        return current.Parent switch
        {
            IIsPatternOperation match => match.Value,
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => choice.Value,
            IPatternCaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation choice } } => choice.Value,
            IPropertySubpatternOperation { Member: IMemberReferenceOperation member } => member,
            _ => null,
        };
    }

    // In the very sequence of statements that leads to the use.
    private static bool IsOnTheWay(IOperation place, IOperation use)
    {
        for (var current = place; current is not null; current = current.Parent)
        {
            if (IsWithin(use, current))
            {
                return true;
            }

            // A condition decides whether what it holds is run, but what it tests is run always.
            if (current.Parent is IConditionalOperation conditional && conditional.Condition != current
                || current.Parent is ILoopOperation or ISwitchCaseOperation or ICatchClauseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or ISwitchExpressionArmOperation
                || (current.Parent is ITryOperation attempt && attempt.Body == current && attempt.Catches.Length > 0)
                || current is ICoalesceAssignmentOperation or ICompoundAssignmentOperation)
            {
                return false;
            }
        }

        return false;
    }

    // `if (!known.Contains(path)) path = "other";`
    private static bool ReplacesAllOthers(IOperation place, ISymbol variable)
    {
        var branch = place;
        while (branch.Parent is IExpressionStatementOperation or IBlockOperation)
        {
            branch = branch.Parent;
        }

        return branch.Parent is IConditionalOperation conditional
            && (conditional.WhenTrue == branch || conditional.WhenFalse == branch)
            && conditional.Condition.DescendantsAndSelf().FirstOrDefault(each => IsReference(each, variable)) is { } tested
            && Guards.Restrict(conditional.Condition, tested, conditional.WhenTrue != branch);
    }

    private static IOperation? Loop(IOperation use)
    {
        IOperation? loop = null;
        for (var current = use.Parent; current is not null; current = current.Parent)
        {
            if (current is ILoopOperation)
            {
                loop = current;
            }
        }

        return loop;
    }

    private static bool IsWithin(IOperation inner, IOperation outer)
    {
        for (IOperation? current = inner; current is not null; current = current.Parent)
        {
            if (current == outer)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsReference(IOperation operation, ISymbol variable) => operation switch
    {
        ILocalReferenceOperation local => Same(local.Local, variable),
        IParameterReferenceOperation parameter => Same(parameter.Parameter, variable),
        _ => false,
    };

    private static bool Same(ISymbol? left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
