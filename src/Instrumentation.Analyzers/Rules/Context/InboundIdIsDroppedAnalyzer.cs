using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>INS3008: a correlation id is read from a header or message into a variable that nothing uses, or that is only tested. Reported at the variable.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InboundIdIsDroppedAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.InboundIdIsDropped];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(OfLocal, OperationKind.VariableDeclarator);
        context.RegisterOperationAction(OfOut, OperationKind.Invocation);
    }

    private static void OfLocal(OperationAnalysisContext context)
    {
        var declarator = (IVariableDeclaratorOperation)context.Operation;
        if (declarator.GetVariableInitializer()?.Value is { } value && Source(value) is { } source)
        {
            Check(context, declarator.Symbol, declarator.Syntax.GetLocation(), source);
        }
    }

    private static void OfOut(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("TryGetValue" or "TryGetValues" or "TryGetLastBytes") || call.Arguments.FirstOrDefault() is not { } key || Constants(key.Value) is not { } header || !IsHeaders(call.Instance))
        {
            return;
        }

        switch (call.Arguments.FirstOrDefault(static argument => argument.Parameter?.RefKind == RefKind.Out)?.Value)
        {
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } declared:
                Check(context, local.Local, declared.Syntax.GetLocation(), header);
                break;
            case IDiscardOperation discard when call.Parent is IExpressionStatementOperation:
                Report(context, discard.Syntax.GetLocation(), header);
                break;
        }
    }

    private static void Check(OperationAnalysisContext context, ILocalSymbol local, Location place, string source)
    {
        if (!FunctionBody.Of(context.Operation).Descendants().OfType<ILocalReferenceOperation>().Any(use => SymbolEqualityComparer.Default.Equals(use.Local, local) && !IsOnlyTested(use)))
        {
            Report(context, place, source);
        }
    }

    private static bool IsOnlyTested(ILocalReferenceOperation use) => use.Parent switch
    {
        IDeclarationExpressionOperation or IIsPatternOperation => true,
        IConversionOperation { Parent: IBinaryOperation or IIsPatternOperation } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "IsWellFormed" } } => true,
        ISimpleAssignmentOperation assignment => assignment.Target == use,
        _ => false,
    };

    // `request.Headers["x-correlation-id"]`, `message.CorrelationId`, behind `?.`, `??`, FirstOrDefault() and ToString().
    private static string? Source(IOperation value) => value switch
    {
        IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer when IsHeaders(indexer.Instance) && Constants(indexer.Arguments[0].Value) is { } header => header,
        IInvocationOperation { TargetMethod.Name: "GetValue" or "GetValues" or "Get", Arguments: { IsEmpty: false } asked } call when IsHeaders(call.Instance) && Constants(asked[0].Value) is { } header => header,
        IPropertyReferenceOperation { Property.Name: "CorrelationId" } property when property.Instance?.Type is { } type && ContextScope.IsMessage(type) => "CorrelationId",
        IConversionOperation conversion => Source(conversion.Operand),
        ICoalesceOperation coalesce => Source(coalesce.Value),
        IConditionalAccessOperation access => Source(access.Operation) ?? Source(access.WhenNotNull),
        IInvocationOperation { TargetMethod.Name: "FirstOrDefault" or "ToString" or "First" or "Single" or "SingleOrDefault" } call => Source(call.Instance ?? call.Arguments[0].Value),
        _ => null,
    };

    private static bool IsHeaders(IOperation? instance) => (instance is IConversionOperation conversion ? conversion.Operand : instance) switch
    {
        IPropertyReferenceOperation property => ContextTypes.IsHeaderName(property.Property.Name) || property.Property.Name == "RequestHeaders",
        ILocalReferenceOperation local => ContextTypes.IsHeaderName(local.Local.Name) || local.Type?.Name is "IHeaderDictionary" or "Headers",
        IParameterReferenceOperation parameter => parameter.Type?.Name is "IHeaderDictionary" or "Headers",
        _ => false,
    };

    private static string? Constants(IOperation key) => Hygiene.Constants.Text(key) is { } text && ContextTypes.IsContextName(text) ? text : null;

    private static void Report(OperationAnalysisContext context, Location place, string source) => context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.InboundIdIsDropped, place, source));
}
