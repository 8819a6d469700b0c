using System.Collections.Concurrent;
using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Flow;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>
/// INS4002: a gauge or up-down counter that the whole program only raises, or an observed gauge that reads a field which it only raises.
/// Judged at the end of the compilation, where nobody outside of it can bring it down. Reported where it is raised first.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GaugeOnlyRisesAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.GaugeOnlyRises];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterCompilationStartAction(static start =>
        {
            var book = new MovementBook();
            start.RegisterOperationAction(operation => OfCall((IInvocationOperation)operation.Operation, book), OperationKind.Invocation);
            start.RegisterOperationAction(operation => OfReference(operation.Operation, book), OperationKind.FieldReference, OperationKind.PropertyReference);
            start.RegisterOperationAction(operation => OfLocal((IVariableDeclaratorOperation)operation.Operation, book), OperationKind.VariableDeclarator);
            start.RegisterOperationBlockAction(block => OfObservedMember(block, book));
            if (KnownSymbols.Find(start.Compilation) is not null)
            {
                start.RegisterSymbolAction(symbol => OfAttributes((INamedTypeSymbol)symbol.Symbol, book), SymbolKind.NamedType);
            }

            start.RegisterCompilationEndAction(end => Report(end, book));
        });
    }

    private static void OfCall(IInvocationOperation call, MovementBook book)
    {
        if (InstrumentMovement.Of(call) is { } moved)
        {
            book.Add(moved.Key, moved.Label, moved.Movement, call.Syntax.GetLocation());
        }
        else if (InstrumentCreation.Of(call) is { Kind: "ObservableGauge" or "ObservableUpDownCounter" } made && ObservedFields.Of(made.Argument("observeValue")) is { } field)
        {
            book.Observe(field, made.Name ?? field.Name);
        }
    }

    private static void OfReference(IOperation reference, MovementBook book)
    {
        if (reference is IFieldReferenceOperation { Field: { Type.SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } field } && FieldWrites.Of(reference) is { } written)
        {
            book.Write(field.OriginalDefinition, written, reference.Syntax.GetLocation());
        }

        OfInstrument(reference, book);
    }

    // Of each local that holds an instrument: locals of other types are read everywhere.
    private static void OfLocal(IVariableDeclaratorOperation declarator, MovementBook book)
    {
        if (IsInstrument(declarator.Symbol.Type))
        {
            foreach (var reference in FunctionBody.Root(declarator).Descendants().OfType<ILocalReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, declarator.Symbol)))
            {
                OfInstrument(reference, book);
            }
        }
    }

    // One that is handed on may fall anywhere.
    private static void OfInstrument(IOperation reference, MovementBook book)
    {
        if (IsInstrument(reference.Type) && Instruments.Holder(reference) is { } holder && IsHandedOn(reference))
        {
            book.Add(holder, holder.Name, Movement.Either, reference.Syntax.GetLocation());
        }
    }

    private static bool IsInstrument(ITypeSymbol? type) => Instruments.KindOf(type) is InstrumentKind.UpDownCounter or InstrumentKind.Gauge;

    private static bool IsHandedOn(IOperation reference) => reference.Parent switch
    {
        IInvocationOperation call => call.Instance != reference,
        IAssignmentOperation assignment => assignment.Target != reference,
        IConditionalAccessOperation access => access.Operation != reference,
        IMemberReferenceOperation or INameOfOperation => false,
        _ => true,
    };

    private static void OfObservedMember(OperationBlockAnalysisContext context, MovementBook book)
    {
        var member = context.OwningSymbol is IMethodSymbol { AssociatedSymbol: IPropertySymbol property } ? property : context.OwningSymbol;
        if (member is IPropertySymbol or IMethodSymbol { Parameters.IsEmpty: true, ReturnsVoid: false } && !member.GetAttributes().IsEmpty
            && ObservedMembers.Gauges(member).FirstOrDefault() is { } gauge && context.OperationBlocks.Select(ObservedFields.OfBody).FirstOrDefault(static shown => shown is not null) is { } field)
        {
            book.Observe(field, gauge.Name() ?? member.Name);
        }
    }

    // What a method with a body adds when it completes.
    private static void OfAttributes(INamedTypeSymbol type, MovementBook book)
    {
        // Few types have one, and all that the others declare need not be read for it.
        if (!type.GetMembers().Any(static member => member is IMethodSymbol && InstrumentedMembers.Has(member, KnownNames.MetricUpDownCounterAttribute)))
        {
            return;
        }

        foreach (var (metric, attribute, member) in MetricDeclarations.Of(type))
        {
            if (metric.Kind != MetricDeclaration.UpDownCounter || attribute.AttributeClass?.ToDisplayString() != KnownNames.MetricUpDownCounterAttribute || member is not IMethodSymbol method)
            {
                continue;
            }

            if (HandCalledMembers.IsCandidate(method))
            {
                book.Enclose(metric.Name, method);
            }
            else if (attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() is { } place)
            {
                book.Add(metric.Name, metric.Name, InstrumentMovement.Declared(attribute, otherwise: 1), place);
            }
        }
    }

    private static void Report(CompilationAnalysisContext context, MovementBook book)
    {
        foreach (var (label, place, isObserved) in book.OnlyRising(context.Compilation))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                RuleDescriptors.GaugeOnlyRises, place, label, isObserved ? "the field that it shows is raised, but nothing lowers it" : "nothing brings it down"));
        }
    }
}
