using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Cardinality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS2003: the name of an instrument, a span or a tag that is put together from what nothing limits. INS2005: from what nothing is known of. Reported at the name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameIsComputedAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.NameIsComputed, RuleDescriptors.NameIsPutTogether];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var symbols = SinkSymbols.Of(start.Compilation);
            if (symbols.HasSinks)
            {
                var source = new UnboundedValues();
                start.RegisterOperationAction(operation => Analyze(operation, symbols, source), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, SinkSymbols symbols, UnboundedValues source)
    {
        var call = (IInvocationOperation)context.Operation;
        if (NameSinks.OfInstrument(call, symbols) is { } instrument)
        {
            Analyze(context, instrument, "an instrument", source, isSpan: false);
        }
        else if (NameSinks.OfSpan(call, symbols) is { } span)
        {
            Analyze(context, span, "a span", source, isSpan: true);
        }
        else
        {
            foreach (var tag in TagSinks.OfMetric(call, symbols))
            {
                if (tag.Name is { ConstantValue.HasValue: false } and not IArgumentOperation and not IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation })
                {
                    Analyze(context, tag.Name, "a tag", source, isSpan: false);
                }
            }
        }
    }

    private static void Analyze(OperationAnalysisContext context, IOperation name, string what, UnboundedValues source, bool isSpan)
    {
        if (name.ConstantValue.HasValue)
        {
            return;
        }

        var flow = new ValueFlow(source, context.CancellationToken);
        var evidence = flow.Of(name);
        var hole = evidence.IsFound ? null : OpenHoles.FirstOf(name, flow);
        if ((!evidence.IsFound && hole is null) || StatedReasons.StandAt(name.Syntax.GetLocation(), context.CancellationToken))
        {
            return;
        }

        // Composed at each call, and from what is called like an identity: two signs that agree.
        var isCertain = evidence.IsFound || (IsRepeated(context.ContainingSymbol) && (SaysMany(hole!) || (!isSpan && IsParameter(hole!))));
        var reason = evidence.IsFound ? UnboundedSentence.Of(evidence.Source!) : $"nothing limits '{hole!.Syntax}'";
        context.ReportDiagnostic(Diagnostic.Create(isCertain ? RuleDescriptors.NameIsComputed : RuleDescriptors.NameIsPutTogether, name.Syntax.GetLocation(), what, reason));
    }

    // What makes its instruments when it is made has few of them.
    private static bool IsRepeated(ISymbol symbol) => symbol is IMethodSymbol { MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor) };

    private static bool IsParameter(IOperation hole) => hole is IParameterReferenceOperation { Parameter.Type.SpecialType: SpecialType.System_String or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64) } && !IsPrefix(hole);

    private static bool IsPrefix(IOperation hole) => hole is IParameterReferenceOperation { Parameter.Name: var name }
        && (name.EndsWith("prefix", StringComparison.OrdinalIgnoreCase) || name.EndsWith("namespace", StringComparison.OrdinalIgnoreCase) || name.EndsWith("name", StringComparison.OrdinalIgnoreCase) || name.EndsWith("suffix", StringComparison.OrdinalIgnoreCase));

    private static bool SaysMany(IOperation hole) => hole switch
    {
        ILocalReferenceOperation { Local.Name: var name } => Say(name),
        IParameterReferenceOperation { Parameter.Name: var name } => Say(name),
        IMemberReferenceOperation { Member: { Name: "Id" } } => true,
        IMemberReferenceOperation { Member.Name: var name } => Say(name),
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } => SaysMany(instance.Unconverted()),
        _ => false,
    };

    private static bool Say(string name) => name.Equals("id", StringComparison.OrdinalIgnoreCase) || SuggestiveNames.Contain(name);
}
