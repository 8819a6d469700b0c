using System.Collections.Immutable;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>INS4004: a counter is added a negative constant. Reported at the amount.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CounterGoesDownAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.CounterGoesDown];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
        context.RegisterAnnotatedAttributeAction(AnalyzeAttribute);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Amount(call) is { } amount && Constants.Number(amount.Value) < 0)
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.CounterGoesDown, amount.Syntax.GetLocation(), amount.Value.Syntax.ToString(), amount.Name));
        }
    }

    private static (IOperation Value, SyntaxNode Syntax, string Name)? Amount(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is "Add" or "Inc" or "IncTo" && Instruments.KindOf(call.Instance?.Type) == InstrumentKind.Counter)
        {
            return call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name is "delta" or "increment") is { } given
                ? (given.Value, given.Syntax, Instruments.Holder(call.Instance)?.Name ?? "the counter")
                : null;
        }

        var method = call.TargetMethod.PartialDefinitionPart ?? call.TargetMethod;
        return method.IsPartialDefinition && method.First(KnownNames.MetricCounterAttribute) is { } attribute && attribute.Text("Value") is null
            && call.Arguments.FirstOrDefault(argument => argument.Parameter is { } parameter && InstrumentedMembers.Has(parameter, KnownNames.ValueAttribute)) is { } value
                ? (value.Value, value.Syntax, attribute.Name() ?? method.Name)
                : null;
    }

    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context, AnnotatedAttribute attribute)
    {
        if (attribute.Name == KnownNames.MetricCounterAttribute && InstrumentMovement.Declared(attribute.Data, otherwise: 1) == Movement.Down && attribute.Argument("Value") is { } value)
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.CounterGoesDown, value.Expression.GetLocation(), attribute.Data.Text("Value"), attribute.Data.Name()));
        }
    }
}
