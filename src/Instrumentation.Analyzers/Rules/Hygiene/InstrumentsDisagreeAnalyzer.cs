using System.Collections.Concurrent;
using System.Collections.Immutable;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>
/// INS4010: one name that is made into two different instruments, or recorded with two different sets of tags, in this compilation; or that is a metric of ours here or in a
/// referenced assembly. Reported at the later place.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InstrumentsDisagreeAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.InstrumentsDisagree];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var made = new ConcurrentBag<MadeInstrument>();
            var recorded = new ConcurrentBag<(ISymbol Holder, IReadOnlyList<string> Tags, Location Place)>();
            start.RegisterOperationAction(operation => Collect((IInvocationOperation)operation.Operation, made, recorded), OperationKind.Invocation);
            start.RegisterCompilationEndAction(end =>
            {
                Compare(end, made);
                CompareTags(end, recorded);
            });
        });
    }

    private static void Collect(IInvocationOperation call, ConcurrentBag<MadeInstrument> made, ConcurrentBag<(ISymbol, IReadOnlyList<string>, Location)> recorded)
    {
        if (InstrumentCreation.Of(call) is { } creation)
        {
            if (MadeInstrument.Of(creation) is { } instrument)
            {
                made.Add(instrument);
            }
        }
        else if (call.TargetMethod.Name is "Add" or "Record" && Instruments.IsOfMeter(call.TargetMethod.ContainingType) && Instruments.Holder(call.Instance) is { } holder and not IParameterSymbol && RecordedTags.Names(call) is { } tags)
        {
            recorded.Add((holder, tags, call.Syntax.GetLocation()));
        }
    }

    private static void Compare(CompilationAnalysisContext context, ConcurrentBag<MadeInstrument> made)
    {
        if (made.IsEmpty)
        {
            return;
        }

        var ours = Ours(context.Compilation);
        foreach (var name in made.GroupBy(static one => (one.Name, one.IsOfPrometheus)))
        {
            var places = name.OrderBy(static one => one.Place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static one => one.Place.SourceSpan.Start).ToList();
            foreach (var later in places)
            {
                if (ours.FirstOrDefault(own => later.IsShownAs(own.Metric.Name)) is { Metric: { } declared, Assembly: var assembly })
                {
                    // Two that agree are still two: each shows the whole family as its own.
                    Report(context, later.Place, later.Name, "made by hand", $"declared as {MetricDeclaration.WithArticle(declared.Kind)} by an attribute in the assembly {assembly}; record that one, or give one of them another name");
                }
                else if (later.Difference(places[0]) is var (here, there))
                {
                    Report(context, later.Place, later.Name, here, $"{there} in {Line(places[0].Place)}; make them agree, or give one of them another name");
                }
            }
        }
    }

    private static void CompareTags(CompilationAnalysisContext context, ConcurrentBag<(ISymbol Holder, IReadOnlyList<string> Tags, Location Place)> recorded)
    {
        foreach (var instrument in recorded.GroupBy(static call => call.Holder, SymbolEqualityComparer.Default))
        {
            var calls = instrument.OrderBy(static call => call.Place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static call => call.Place.SourceSpan.Start).ToList();
            var first = calls[0];
            foreach (var call in calls.Where(call => !call.Tags.SequenceEqual(first.Tags)))
            {
                // A tag that is only there at times makes series of its own; two that exclude each other are two metrics.
                var severity = IsWithin(first.Tags, call.Tags) || IsWithin(call.Tags, first.Tags) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
                context.ReportDiagnostic(Diagnostic.Create(
                    RuleDescriptors.InstrumentsDisagree, call.Place, severity, additionalLocations: null, properties: null, first.Holder.Name, With(call.Tags), $"{With(first.Tags)} in {Line(first.Place)}; make them agree, or give one of them another name"));
            }
        }
    }

    private static bool IsWithin(IReadOnlyList<string> few, IReadOnlyList<string> many) => few.All(tag => many.Contains(tag));

    private static string With(IReadOnlyList<string> tags) => tags.Count == 0 ? "recorded without tags" : $"recorded with the tags {string.Join(", ", tags)}";

    private static List<(MetricDeclaration Metric, string Assembly)> Ours(Compilation compilation) =>
    [
        .. compilation.SourceModule.ReferencedAssemblySymbols.Concat([compilation.Assembly])
            .SelectMany(static assembly => assembly.All(KnownNames.RegistrarAttribute)
                .SelectMany(static registrar => registrar.Elements("Metrics") ?? []).Select(static text => text.Value).OfType<string>()
                .Select(MetricDeclaration.Parse).OfType<MetricDeclaration>().Select(metric => (metric, assembly.Name))),
    ];

    private static void Report(CompilationAnalysisContext context, Location place, string name, string here, string there) =>
        context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.InstrumentsDisagree, place, name, here, there));

    private static string Line(Location place) => place.GetLineSpan() is var span ? $"{Path.GetFileName(span.Path)}({span.StartLinePosition.Line + 1})" : string.Empty;
}
