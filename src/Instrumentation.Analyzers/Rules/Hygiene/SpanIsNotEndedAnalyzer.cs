using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>INS4005: a span that is started and not ended on every way out of the method. Reported at the start. A span that is handed on is another's to end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpanIsNotEndedAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.SpanIsNotEnded];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!SpanStart.Is(call))
        {
            return;
        }

        if (IsThrownAway(call))
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.SpanIsNotEnded, call.Syntax.GetLocation(), "nobody keeps it"));
        }
        else if ((SpanStart.Local(call) ?? Itself(call)) is { } local && WhyNot(context, call, local) is { } reason)
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.SpanIsNotEnded, call.Syntax.GetLocation(), reason));
        }
    }

    // `activity.Start()` gives the same activity back.
    private static bool IsThrownAway(IInvocationOperation call) => call.TargetMethod.Name == "Start"
        ? call.Parent is IExpressionStatementOperation && call.Instance is IObjectCreationOperation
        : call.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };

    private static ILocalSymbol? Itself(IInvocationOperation call) => call.TargetMethod.Name == "Start" && call.Instance is ILocalReferenceOperation { Local: var local } ? local : null;

    private static string? WhyNot(OperationAnalysisContext context, IInvocationOperation call, ILocalSymbol local)
    {
        if (IsUsing(local, context.CancellationToken))
        {
            return null;
        }

        var function = FunctionBody.Of(call);
        var uses = Uses(function, local).ToList();
        if (uses.Any(IsHandedOn) || IsUsedInNestedFunction(function, local))
        {
            return null;
        }

        if (!uses.Any(Ends))
        {
            return $"'{local.Name}' is never stopped or disposed";
        }

        var search = FunctionBody.Graph(context) is { } graph
            ? new PathSearch(graph, operation => operation is IInvocationOperation { Instance: { } instance } end && IsEnd(end) && Conditions.IsName(instance.Syntax, local.Name), condition => Conditions.OfNotNull(condition, local.Name))
            : null;
        return search?.From(call.Syntax) is { } path ? $"'{local.Name}' is not ended {path.Sentence}" : null;
    }

    private static bool IsUsing(ILocalSymbol local, CancellationToken cancellation) => local.IsUsing || local.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax(cancellation) is VariableDeclaratorSyntax { Parent.Parent: UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } });

    private static IEnumerable<ILocalReferenceOperation> Uses(IOperation function, ILocalSymbol local) =>
        function.Descendants().OfType<ILocalReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local));

    private static bool IsUsedInNestedFunction(IOperation function, ILocalSymbol local) => Uses(function, local).Any(use => FunctionBody.Of(use) != function);

    private static bool Ends(IOperation use) => use.Parent switch
    {
        IInvocationOperation call => call.Instance == use && IsEnd(call),
        IConditionalAccessOperation { WhenNotNull: IInvocationOperation call } access => access.Operation == use && IsEnd(call),
        _ => false,
    };

    private static bool IsEnd(IInvocationOperation call) => call.TargetMethod.Name is "Dispose" or "Stop" or "End" or "DisposeAsync";

    // Whoever gets it may end it.
    private static bool IsHandedOn(IOperation use) => use.Parent switch
    {
        IInvocationOperation call => call.Instance != use,
        IArgumentOperation argument => argument.Parent is not IInvocationOperation { TargetMethod: { IsExtensionMethod: true, ContainingNamespace.Name: "Trace" } },
        IMemberReferenceOperation or IConditionalAccessOperation or IBinaryOperation or IIsPatternOperation or IIsNullOperation => false,
        IAssignmentOperation assignment => assignment.Value == use,
        IConversionOperation conversion => conversion.Parent is not IBinaryOperation && IsHandedOn(conversion),
        IExpressionStatementOperation => false,
        IUsingOperation => true,
        _ => true,
    };
}
