using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>INS3005: the flow of the execution context is suppressed and not restored on every way out of the method. Reported at the call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowStaysSuppressedAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.FlowStaysSuppressed];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!FlowSuppression.IsSuppress(call) || IsUsing(call))
        {
            return;
        }

        var function = FunctionBody.Of(call);
        if (!FunctionBody.Own(function).OfType<IInvocationOperation>().Any(FlowSuppression.IsRestore))
        {
            // A field or a caller may keep what restores it.
            if (Hygiene.SpanStart.Local(call) is not null || call.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation })
            {
                Report(context, call, "nothing restores it");
            }

            return;
        }

        if (FunctionBody.Graph(context) is { } graph && new PathSearch(graph, static operation => operation is IInvocationOperation restore && FlowSuppression.IsRestore(restore), static _ => null).From(call.Syntax) is { IsException: false } path)
        {
            Report(context, call, "it is not restored " + path.Sentence);
        }
    }

    private static bool IsUsing(IInvocationOperation call) =>
        call.Syntax.Parent is UsingStatementSyntax or EqualsValueClauseSyntax { Parent.Parent.Parent: UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } };

    private static void Report(OperationAnalysisContext context, IInvocationOperation call, string reason) =>
        context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.FlowStaysSuppressed, call.Syntax.GetLocation(), reason));
}
