using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>
/// INS4003: a gauge that a method brings up and down again, but not on every way out of it: a return before, or an exception. Reported where it is brought up.
/// A method that only brings it up leaves the way down to another.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GaugeStaysUpAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.GaugeStaysUp];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (InstrumentMovement.Of(call) is not { } up)
        {
            return;
        }

        if (call.TargetMethod.Name == "TrackInProgress" && call.Parent is IExpressionStatementOperation)
        {
            Report(context, up, "the object that would bring it down is thrown away");
            return;
        }

        if (up.Movement != Movement.Up || up.Key is ILocalSymbol || IsFollowedByFinally(up))
        {
            return;
        }

        var function = FunctionBody.Of(call);
        if (!FunctionBody.Own(function).Any(operation => IsDown(operation, up)) || IsDownInNestedFunction(function, up) || FunctionBody.Graph(context) is not { } graph)
        {
            return;
        }

        var conditions = Conditions.Around(call.Syntax);
        var search = new PathSearch(graph, operation => IsDown(operation, up), condition => Conditions.In(conditions, condition.Syntax));
        if (search.From(call.Syntax) is { } path)
        {
            // Where it is brought down: the code fix puts that into a finally block.
            Report(context, up, "it is not brought down " + path.Sentence, FunctionBody.Own(function).Where(operation => IsDown(operation, up)).Select(static down => down.Syntax.GetLocation()));
        }
    }

    // `active.Add(1); try { … } finally { active.Add(-1); }`: as it is mostly written, and no way out need be looked for.
    private static bool IsFollowedByFinally(InstrumentMovement up)
    {
        if (up.Call.Parent is not IExpressionStatementOperation { Parent: IBlockOperation block } statement)
        {
            return false;
        }

        foreach (var next in block.Operations.SkipWhile(operation => operation != statement).Skip(1))
        {
            if (next is ITryOperation { Finally.Operations: var last })
            {
                return last.TakeWhile(static operation => operation is IExpressionStatementOperation).Any(operation => IsDown(((IExpressionStatementOperation)operation).Operation, up));
            }

            if (next is not (IExpressionStatementOperation or IVariableDeclarationGroupOperation) || Throwing.May(next))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsDown(IOperation operation, InstrumentMovement up) =>
        operation is IInvocationOperation call && InstrumentMovement.Of(call) is { Movement: not Movement.Up } moved && Equals(moved.Key, up.Key);

    // A callback that brings it down runs when its time comes.
    private static bool IsDownInNestedFunction(IOperation function, InstrumentMovement up) =>
        function.Descendants().Where(static part => part is IAnonymousFunctionOperation or ILocalFunctionOperation).Any(nested => nested.Descendants().Any(operation => IsDown(operation, up)));

    private static void Report(OperationAnalysisContext context, InstrumentMovement up, string reason, IEnumerable<Location>? downs = null) =>
        context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.GaugeStaysUp, up.Call.Syntax.GetLocation(), downs, up.Label, reason));
}
