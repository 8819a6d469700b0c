using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Flow;
using Instrumentation.Analyzers.Rules.Hygiene;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>INS3012: a span is kept in a field that nothing of the type ends, or captured by a timer or event handler that outlives it. Reported where it is stored, or used.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpanIsKeptAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.SpanIsKept];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(OfAssignment, OperationKind.SimpleAssignment);
        context.RegisterOperationAction(OfLambda, OperationKind.AnonymousFunction);
    }

    // Of a table of spans under their keys, and of a member of another object, others know the end.
    private static void OfAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false }, Instance: null or IInstanceReferenceOperation } target || !SpanStart.IsActivity(target.Type) || !IsLive(assignment.Value)
            || target.Member.ContainingType is not { } type || SpanStart.IsActivity(type) || IsEnded(type, target.Member.Name, context.CancellationToken))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.SpanIsKept, assignment.Syntax.GetLocation(), $"The span is kept in '{target.Member.Name}', and nothing of '{type.Name}' ends it"));
    }

    // Started here, or whatever is current: a value that comes by parameter has an owner.
    private static bool IsLive(IOperation value) => value switch
    {
        IConversionOperation conversion => IsLive(conversion.Operand),
        IInvocationOperation call => SpanStart.Is(call),
        IPropertyReferenceOperation { Property: { Name: "Current", IsStatic: true } property } => SpanStart.IsActivity(property.ContainingType),
        _ => false,
    };

    // By syntax, over all parts of the type: `_activity?.Dispose()`, `_activity.Stop()`, `_activity = null`, or handed to something else.
    private static bool IsEnded(INamedTypeSymbol type, string member, CancellationToken cancellation) => type.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellation).DescendantNodes()).Any(node => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Dispose" or "Stop" or "DisposeAsync" } access } => Is(access.Expression, member),
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Dispose" or "Stop" or "DisposeAsync" } } } access => Is(access.Expression, member),
        ArgumentSyntax argument => Is(argument.Expression, member),
        _ => false,
    });

    private static bool Is(ExpressionSyntax expression, string member) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == member,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText == member,
        PostfixUnaryExpressionSyntax suppressed => Is(suppressed.Operand, member),
        _ => false,
    };

    private static void OfLambda(OperationAnalysisContext context)
    {
        var lambda = (IAnonymousFunctionOperation)context.Operation;
        if (Keeper(lambda) is not { } keeper)
        {
            return;
        }

        foreach (var use in lambda.Descendants().OfType<ILocalReferenceOperation>().Where(use => SpanStart.IsActivity(use.Type) && !SymbolEqualityComparer.Default.Equals(use.Local.ContainingSymbol, lambda.Symbol)).Take(1))
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.SpanIsKept, use.Syntax.GetLocation(), $"The span '{use.Local.Name}' is captured by {keeper}, which outlives it"));
        }
    }

    private static string? Keeper(IAnonymousFunctionOperation lambda) => lambda.Parent is not IDelegateCreationOperation created ? null : created.Parent switch
    {
        IArgumentOperation { Parent: IObjectCreationOperation { Type: { Name: "Timer", ContainingNamespace.Name: "Threading" } } timer } when !timer.Syntax.Ancestors().Any(static node => node is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 }) => "a timer",
        IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation { Instance: not ILocalReferenceOperation } } => "an event handler",
        _ => null,
    };
}
