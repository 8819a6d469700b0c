using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Flow;
using Instrumentation.Analyzers.Rules.Hygiene;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>
/// INS3003: an item goes into a channel, collection or queue that is read elsewhere, and takes no context with it although there is one. Also the state of a timer that is started
/// where the flow is suppressed. Reported at the item.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueueItemLosesContextAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.QueueItemLosesContext];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeTimer, OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!IsPut(call) || call.Arguments[0].Value is not { } item || ItemType(call) is not { } type || ContextTypes.IsOpen(type) || IsMeasure(type) || ContextTypes.Carries(type) || IsLocal(call.Instance))
        {
            return;
        }

        if (!TakesContext(item) && ContextScope.At(call, context.CancellationToken) is { } evidence)
        {
            Report(context, item, evidence, $"the item of type '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'");
        }
    }

    private static void AnalyzeTimer(OperationAnalysisContext context)
    {
        var made = (IObjectCreationOperation)context.Operation;
        if (made.Type is { Name: "Timer", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } }
            && made.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "state")?.Value is { } state
            && FlowSuppression.IsSuppressedAt(made)
            && (state is IConversionOperation conversion ? conversion.Operand : state) is { Type: { } type, ConstantValue: not { HasValue: true, Value: null } }
            && !ContextTypes.IsOpen(type) && !ContextTypes.Carries(type)
            && ContextScope.At(made, context.CancellationToken) is { } evidence)
        {
            Report(context, state, evidence, "the timer's state, where the flow is suppressed,");
        }
    }

    private static void Report(OperationAnalysisContext context, IOperation place, ContextEvidence evidence, string what) => context.ReportDiagnostic(Diagnostic.Create(
        RuleDescriptors.QueueItemLosesContext, place.Syntax.GetLocation(), evidence.IsProven ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, additionalLocations: null, properties: null, what, evidence.What));

    private static bool IsPut(IInvocationOperation call) => call.Arguments.Length > 0 && call.Instance?.Type is INamedTypeSymbol { TypeArguments.Length: 1 } type && (call.TargetMethod.Name, type.Name) switch
    {
        ("WriteAsync" or "TryWrite", "ChannelWriter") => type.ContainingNamespace.Name == "Channels",
        ("Add" or "TryAdd", "BlockingCollection") => true,
        ("Enqueue", "ConcurrentQueue") => true,
        _ => false,
    };

    // Moments and measurements are kept to be counted: nobody works on them.
    private static bool IsMeasure(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_DateTime or SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal || type is { Name: "DateTimeOffset" or "TimeSpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static ITypeSymbol? ItemType(IInvocationOperation call) => (call.Instance?.Type as INamedTypeSymbol)?.TypeArguments[0];

    // A queue that the method makes and empties itself.
    private static bool IsLocal(IOperation? queue) => queue switch
    {
        IPropertyReferenceOperation { Instance: { } owner } => IsLocal(owner),
        ILocalReferenceOperation local => FunctionBody.Root(local).Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local.Local))
            ?.GetVariableInitializer()?.Value is IObjectCreationOperation or IInvocationOperation { Instance: null },
        _ => false,
    };

    // A lambda that captures a context, or an item that is made with one.
    private static bool TakesContext(IOperation item) => item.DescendantsAndSelf().Any(static part => part switch
    {
        ILocalReferenceOperation local => ContextTypes.IsContext(local.Type) || ContextTypes.IsContextName(local.Local.Name),
        IParameterReferenceOperation parameter => ContextTypes.IsContext(parameter.Type) || ContextTypes.IsContextName(parameter.Parameter.Name),
        IPropertyReferenceOperation property => CorrelationIds.IsFromContext(property) || SpanStart.IsActivity(property.Property.ContainingType),
        IInvocationOperation call => call.TargetMethod is { Name: "Capture" or "Wrap" },
        _ => false,
    });
}
