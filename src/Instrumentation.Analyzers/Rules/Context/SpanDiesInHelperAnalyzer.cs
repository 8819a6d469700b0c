using System.Collections.Immutable;
using System.Linq;
using Instrumentation.Analyzers.Rules.Flow;
using Instrumentation.Analyzers.Rules.Hygiene;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>
/// INS3010: an <c>async</c> method starts a span and gives it back, or sets the correlation id as the last thing it does. What it made current is current in it alone: the execution context of its caller is as it was.
/// Reported at the start, or at the assignment.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpanDiesInHelperAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.SpanDiesInHelper];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(OfStart, OperationKind.Invocation);
        context.RegisterOperationAction(OfAssignment, OperationKind.SimpleAssignment);
    }

    private static void OfStart(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!SpanStart.Is(call) || !IsAsync(call, context))
        {
            return;
        }

        var local = SpanStart.Local(call);
        var isReturned = FunctionBody.Own(FunctionBody.Of(call)).OfType<IReturnOperation>().Any(returned => returned.ReturnedValue is { } value && value.DescendantsAndSelf().Any(part =>
            part == call || (local is not null && part is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && IsGivenBack(reference, returned))));
        if (isReturned)
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.SpanDiesInHelper, call.Syntax.GetLocation(), "The span that this async method gives back", "start it in a method that is not async"));
        }
    }

    // The span itself or something made around it, not one of its members.
    private static bool IsGivenBack(IOperation reference, IReturnOperation returned)
    {
        for (var current = reference; current.Parent is { } parent && current != returned; current = parent)
        {
            if (parent is IMemberReferenceOperation or IConditionalAccessOperation || (parent is IInvocationOperation call && call.Instance == current) || parent is IBinaryOperation or IIsPatternOperation)
            {
                return false;
            }
        }

        return true;
    }

    private static void OfAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: { IsStatic: true } property }
            || !((property.Name == "Id" && property.ContainingType.Name == "CorrelationContext") || (property.Name == "Current" && SpanStart.IsActivity(property.ContainingType)))
            || !IsAsync(assignment, context)
            || assignment.Parent is not IExpressionStatementOperation { Parent: IBlockOperation { Parent: IMethodBodyOperation } block } statement)
        {
            return;
        }

        // Nothing of the method sees it.
        if (!block.Operations.SkipWhile(operation => operation != statement).Skip(1).Any(static operation => operation.DescendantsAndSelf().Any(static part => part is IInvocationOperation or IAwaitOperation)))
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.SpanDiesInHelper, assignment.Syntax.GetLocation(), $"'{property.ContainingType.Name}.{property.Name}', which this async method sets last,", "set it in a method that is not async"));
        }
    }

    private static bool IsAsync(IOperation operation, OperationAnalysisContext context) => FunctionBody.Of(operation) switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol.IsAsync,
        ILocalFunctionOperation local => local.Symbol.IsAsync,
        _ => context.ContainingSymbol is IMethodSymbol { IsAsync: true },
    };
}
