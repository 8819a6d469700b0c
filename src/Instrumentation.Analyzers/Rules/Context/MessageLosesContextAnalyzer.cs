using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Flow;
using Instrumentation.Analyzers.Rules.Hygiene;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>INS3004: a message goes to a broker without a header, property or member for the context that there is. Reported at the method's name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessageLosesContextAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.MessageLosesContext];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Brokers.Of(call.TargetMethod) is not { } broker || IsOfMessage(call) || Arguments(call).Any(argument => IsUnknown(argument) || Takes(argument)))
        {
            return;
        }

        // What sends the trace by itself loses the id alone.
        if (ContextScope.At(call, context.CancellationToken) is { } evidence && (evidence.HasId || !broker.SendsTrace))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                RuleDescriptors.MessageLosesContext, CallPlaces.Name(call), evidence.IsProven ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, additionalLocations: null, properties: null,
                broker.Name, evidence.What));
        }
    }

    // What is sent by the context of a message has its ids: `ConsumeContext`, `IMessageHandlerContext`.
    private static bool IsOfMessage(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } sender && (sender is IConversionOperation { IsImplicit: true, Operand: var operand } ? operand : sender).Type?.Name.EndsWith("Context", StringComparison.Ordinal) == true;

    // Without the client itself, which an extension method takes first.
    private static IEnumerable<IOperation> Arguments(IInvocationOperation call) =>
        call.Arguments.Skip(call is { Instance: null, TargetMethod.IsExtensionMethod: true } ? 1 : 0).Where(static argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Type.Name != "CancellationToken").Select(static argument => argument.Value);

    // A message that was made elsewhere may have everything.
    private static bool IsUnknown(IOperation argument) => (argument is IConversionOperation conversion ? conversion.Operand : argument) switch
    {
        IParameterReferenceOperation { Type: { } type } => Brokers.HasHeaders(type) || ContextTypes.IsOpen(type),
        IInvocationOperation { Type: { } type } => Brokers.HasHeaders(type),
        IMemberReferenceOperation { Type: { } type } => Brokers.HasHeaders(type),
        ILocalReferenceOperation local => Brokers.HasHeaders(local.Type!) && Initial(local) is not (IObjectCreationOperation or IInvocationOperation { TargetMethod.Name: "CreateBasicProperties" }),
        _ => false,
    };

    private static bool Takes(IOperation argument)
    {
        if (!Brokers.HasHeaders(argument.Type) && argument.Type is { } plain && ContextTypes.Carries(plain))
        {
            return true;
        }

        if (argument.Type is INamedTypeSymbol generic && generic.TypeArguments.Any(static item => ContextTypes.Carries(item) || ContextTypes.IsOpen(item)))
        {
            return true;
        }

        return argument.DescendantsAndSelf().Any(part => IsContext(part) || (part is ILocalReferenceOperation local && Related(local).Any(IsContext)));
    }

    private static bool IsContext(IOperation part) => part switch
    {
        IPropertyReferenceOperation property => ContextTypes.IsContextName(property.Property.Name) || ContextTypes.IsHeaderName(property.Property.Name) || SpanStart.IsActivity(property.Property.ContainingType) || CorrelationIds.IsFromContext(property),
        ILocalReferenceOperation local => ContextTypes.IsContextName(local.Local.Name) || ContextTypes.Carries(Payload(local.Type)),
        IParameterReferenceOperation parameter => ContextTypes.IsContextName(parameter.Parameter.Name) || ContextTypes.IsContext(parameter.Type) || ContextTypes.Carries(Payload(parameter.Type)),
        IInvocationOperation call => call.TargetMethod.Name is "Inject" or "Wrap" or "Capture" or "InjectTraceContext",
        _ => false,
    };

    // The broker's own types have a place for headers, which may be empty.
    private static ITypeSymbol? Payload(ITypeSymbol? type) => Brokers.HasHeaders(type) ? null : type;

    // All that the function does with a local: its first value, what it is set to and what is called on it.
    private static IEnumerable<IOperation> Related(ILocalReferenceOperation local) => FunctionBody.Of(local).Descendants()
        .Where(operation => operation is ILocalReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Local, local.Local))
        .SelectMany(static use => use.Parent is IPropertyReferenceOperation or IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Inject" } } ? new[] { use.Parent is IArgumentOperation argument ? argument.Parent! : use.Parent } : [])
        .Concat(Initial(local)?.DescendantsAndSelf() ?? []);

    private static IOperation? Initial(ILocalReferenceOperation local) =>
        FunctionBody.Of(local).Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local.Local))?.GetVariableInitializer()?.Value;
}
