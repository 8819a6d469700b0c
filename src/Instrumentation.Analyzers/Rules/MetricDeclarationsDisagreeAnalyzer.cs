using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS0003: a metric that is declared differently in another place of the compilation or in a referenced assembly. Reported at the later declaration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MetricDeclarationsDisagreeAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.MetricDeclarationsDisagree];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Find(start.Compilation) is null)
            {
                return;
            }

            var declared = new ConcurrentBag<Declared>();
            start.RegisterSymbolAction(
                symbol =>
                {
                    foreach (var (metric, attribute, _) in MetricDeclarations.Of((INamedTypeSymbol)symbol.Symbol))
                    {
                        if (attribute.ApplicationSyntaxReference?.GetSyntax(symbol.CancellationToken) is { } syntax)
                        {
                            declared.Add(new Declared(metric, syntax.GetLocation()));
                        }
                    }
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => Check(end, declared));
        });
    }

    private static void Check(CompilationAnalysisContext context, IEnumerable<Declared> declared)
    {
        var foreign = Foreign(context.Compilation);
        foreach (var metric in declared.GroupBy(static one => one.Metric.Name, StringComparer.Ordinal))
        {
            // By place, so that two builds of the same sources say the same.
            var places = metric.OrderBy(static one => one.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static one => one.Location.SourceSpan.Start).ToList();
            var (first, place) = foreign.TryGetValue(metric.Key, out var known) ? known : (places[0].Metric, Describe(places[0].Location));
            var reported = new HashSet<Location>();
            foreach (var (later, location) in places)
            {
                if (later.Difference(first) is var (here, there) && reported.Add(location))
                {
                    context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.MetricDeclarationsDisagree, location, metric.Key, here, there, place));
                }
            }
        }
    }

    // Cheap: only assemblies with instruments carry the attribute, and it says all.
    private static Dictionary<string, (MetricDeclaration Metric, string Place)> Foreign(Compilation compilation)
    {
        var known = new Dictionary<string, (MetricDeclaration, string)>(StringComparer.Ordinal);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            foreach (var text in assembly.All(KnownNames.RegistrarAttribute).SelectMany(static registrar => registrar.Elements("Metrics") ?? []).Select(static text => text.Value).OfType<string>())
            {
                if (MetricDeclaration.Parse(text) is { } metric && !known.ContainsKey(metric.Name))
                {
                    known.Add(metric.Name, (metric, $"the assembly '{assembly.Name}'"));
                }
            }
        }

        return known;
    }

    private static string Describe(Location location)
    {
        var position = location.GetLineSpan();
        return $"{Path.GetFileName(position.Path)}({position.StartLinePosition.Line + 1},{position.StartLinePosition.Character + 1})";
    }

    private sealed record Declared(MetricDeclaration Metric, Location Location);
}
