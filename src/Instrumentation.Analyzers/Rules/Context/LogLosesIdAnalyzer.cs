using System.Collections.Immutable;
using System.Linq;
using Instrumentation.Analyzers.Rules.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>INS3009: a consumer logs before or without a scope with the id that came in with its message. Reported once in a method, at its first log call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogLosesIdAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.LogLosesId];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!IsLog(call) || ContextScope.Enclosing(call, context.CancellationToken) is not { } method)
        {
            return;
        }

        var function = FunctionBody.Of(call);
        var parameters = function switch { IAnonymousFunctionOperation lambda => lambda.Symbol.Parameters, ILocalFunctionOperation local => local.Symbol.Parameters, _ => method.Parameters };
        if (parameters.Select(Inbound).FirstOrDefault(static found => found is not null) is not { } evidence)
        {
            return;
        }

        var calls = FunctionBody.Own(function).OfType<IInvocationOperation>().OrderBy(static other => other.Syntax.SpanStart).ToList();
        var first = calls.First(IsLog);
        if (first != call || calls.Any(Opens) || Mentions(call))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            RuleDescriptors.LogLosesId, CallPlaces.Name(call), evidence.IsProven ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, additionalLocations: null, properties: null, evidence.What));
    }

    private static bool IsLog(IInvocationOperation call) => call.TargetMethod is { Name: "LogTrace" or "LogDebug" or "LogInformation" or "LogWarning" or "LogError" or "LogCritical" or "Log", ContainingType.Name: "LoggerExtensions" };

    // A message that a broker hands over, an envelope of ours, or a type that has the id among its members and is called a message.
    private static ContextEvidence? Inbound(IParameterSymbol parameter)
    {
        if (ContextScope.IsMessage(parameter.Type))
        {
            // MassTransit opens a scope itself.
            return parameter.Type.Name == "ConsumeContext" ? null : new ContextEvidence($"'{parameter.Name}'", IsProven: true, HasId: true);
        }

        return parameter.Name is "message" or "msg" or "evt" or "command" or "notification" or "integrationEvent" && parameter.Type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } type
            && type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(static property => CorrelationIds.IsIdType(property.Type) || (CorrelationIds.IsIdName(property.Name) && CorrelationIds.IsPlainType(property.Type))) is { } id
                ? new ContextEvidence($"'{parameter.Name}'", CorrelationIds.IsIdType(id.Type), HasId: true)
                : null;
    }

    private static bool Opens(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "BeginScope" } => true,
        { Name: "Begin", ContainingType.Name: "CorrelationContext" } => true,
        { Name: "Open", ContainingType.Name: "Envelope" or "FlowContext" } => true,
        { Name: "StartActivity" or "PushProperty" or "Push" or "ExtractContext" or "Extract" } => true,
        _ => false,
    };

    private static bool Mentions(IInvocationOperation call) => call.Descendants().Any(static part => part switch
    {
        IPropertyReferenceOperation property => ContextTypes.IsContextName(property.Property.Name),
        ILocalReferenceOperation local => ContextTypes.IsContextName(local.Local.Name),
        IParameterReferenceOperation parameter => ContextTypes.IsContextName(parameter.Parameter.Name),
        _ => false,
    });
}
