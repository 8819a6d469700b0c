using System.Collections.Immutable;
using System.Globalization;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>INS4014: an <c>[Slo]</c> whose histogram has no bound at its threshold, or that speaks of no histogram. Reported at the number that errs, or at the attribute.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObjectiveHasNoBoundaryAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.ObjectiveHasNoBoundary];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAnnotatedAttributeAction(Analyze);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, AnnotatedAttribute attribute)
    {
        if (attribute.Name != KnownNames.SloAttribute || attribute.Data.ConstructorArguments is not { Length: 2 } arguments
            || arguments[0].Value is not double objective || arguments[1].Value is not double threshold)
        {
            return;
        }

        if (!(objective > 0 && objective < 1))
        {
            Report(context, attribute.Written("objective", 0), $"a share of {Text(objective)} is none; write a number between 0 and 1, such as 0.99 for 99 %");
        }

        if (double.IsNaN(threshold) || double.IsInfinity(threshold))
        {
            Report(context, attribute.Written("threshold", 1), "a threshold is a finite number");
            return;
        }

        var histograms = Histograms(attribute).ToList();
        if (histograms.Select(static one => one.Metric.Name).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            Report(context, attribute.Syntax, $"several histograms are declared here; name one with Metric: {string.Join(", ", histograms.Select(static one => $"'{one.Metric.Name}'").Distinct(StringComparer.Ordinal))}");
        }
        else if (histograms.Count == 0)
        {
            Report(context, attribute.Syntax, attribute.Text("Metric") is { } name ? $"no histogram '{name}' is declared here" : "no histogram is declared here; add [Instrumented] or [MetricHistogram]");
        }
        else if (Bounds(histograms[0].Metric) is var bounds && !bounds.Contains(threshold))
        {
            var list = List(histograms[0], attribute.Syntax, context.CancellationToken);
            var properties = list is null ? null : ImmutableDictionary<string, string?>.Empty.Add("Bound", Text(threshold));
            Report(context, attribute.Written("threshold", 1), $"'{histograms[0].Metric.Name}' has no bound at {Text(threshold)}: {Around(bounds, threshold)}; add it to Buckets", list is null ? null : [list.GetLocation()], properties);
        }
    }

    // Those of the member, or all of the type.
    private static IEnumerable<DeclaredMetric> Histograms(AnnotatedAttribute attribute)
    {
        var (type, member) = attribute.Owner is INamedTypeSymbol own ? (own, null) : (attribute.Owner.ContainingType, attribute.Owner);
        var wanted = attribute.Text("Metric");
        return MetricDeclarations.Of(type).Where(one => one.Metric.Kind == MetricDeclaration.Histogram
            && (member is null || IsSame(one.Member, member))
            && (wanted is null || one.Metric.Name == wanted));
    }

    // A partial method's attributes stand on either half.
    private static bool IsSame(ISymbol declared, ISymbol member) => KnownSymbols.Same(InstrumentedMembers.Declared((IMethodSymbol)declared), InstrumentedMembers.Declared((IMethodSymbol)member));

    // The list to add the bound to, where it is in the same file.
    private static SyntaxNode? List(DeclaredMetric histogram, SyntaxNode objective, CancellationToken cancellation) =>
        histogram.Attribute.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == objective.SyntaxTree
            ? ((AttributeSyntax)reference.GetSyntax(cancellation)).ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Buckets")?.Expression
            : null;

    private static IReadOnlyList<double> Bounds(MetricDeclaration metric) => metric.Buckets.Length == 0
        ? BucketBounds.Default
        : [.. metric.Buckets.Split(',').Select(static bound => double.Parse(bound, NumberStyles.Float, CultureInfo.InvariantCulture))];

    private static string Around(IReadOnlyList<double> bounds, double threshold) =>
        threshold < bounds[0] ? $"the lowest is {Text(bounds[0])}"
        : threshold > bounds[bounds.Count - 1] ? $"the highest is {Text(bounds[bounds.Count - 1])}"
        : $"it falls between {Text(bounds.Last(bound => bound < threshold))} and {Text(bounds.First(bound => bound > threshold))}";

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxNode place, string reason, IEnumerable<Location>? related = null, ImmutableDictionary<string, string?>? properties = null) =>
        context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.ObjectiveHasNoBoundary, place.GetLocation(), related, properties, reason));

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
