using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS2007: a metric that can have more series than its budget allows. Reported at the declaration with the most of them, with the multiplication.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MetricExceedsBudgetAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.MetricExceedsBudget];

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

            var ofProject = BuildProperties.CardinalityBudget(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            var found = new ConcurrentBag<Declaration>();
            start.RegisterSymbolAction(symbol => Collect(symbol, ofProject, found), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => Check(end, found));
        });
    }

    private static void Collect(SymbolAnalysisContext context, int? ofProject, ConcurrentBag<Declaration> found)
    {
        foreach (var declared in MetricDeclarations.Of((INamedTypeSymbol)context.Symbol))
        {
            if (declared.Attribute.ApplicationSyntaxReference is { } place)
            {
                found.Add(new Declaration(declared, CardinalityBudgets.Of(declared.Metric.Name, declared.Member) ?? ofProject, place));
            }
        }
    }

    private static void Check(CompilationAnalysisContext context, IEnumerable<Declaration> found)
    {
        foreach (var metric in found.GroupBy(static one => one.Declared.Metric.Name, StringComparer.Ordinal))
        {
            // The smallest that is given, by whichever declaration.
            if (metric.Min(static one => one.Budget) is not { } budget)
            {
                continue;
            }

            var terms = SeriesBound.Together(metric.Select(one => new Term(one, SeriesBound.Factors(one.Declared, context.Compilation, context.CancellationToken))), static term => term.Factors)
                .Select(static same => same.OrderBy(static term => term.Place.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static term => term.Place.Syntax.Span.Start).ToList())
                .OrderByDescending(static same => same[0].Product)
                .ThenBy(static same => same[0].Place.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static same => same[0].Place.Syntax.Span.Start)
                .ToList();
            var sum = terms.Aggregate(0L, static (sum, same) => sum > long.MaxValue - same[0].Product ? long.MaxValue : sum + same[0].Product);
            if (sum > budget)
            {
                var worst = terms[0][0].Place.Syntax;
                context.ReportDiagnostic(Diagnostic.Create(
                    RuleDescriptors.MetricExceedsBudget,
                    worst.SyntaxTree.GetLocation(worst.Span),
                    metric.Key,
                    Number(sum),
                    Number(budget),
                    string.Join(" + ", terms.Select(same => Multiplication(same, named: terms.Count > 1)))));
            }
        }
    }

    // `format 4 × region 22 × samples 15`
    private static string Multiplication(IReadOnlyList<Term> same, bool named)
    {
        var factors = same[0].Factors;
        var product = factors.Count == 0 ? "1" : string.Join(" × ", factors.Select(static factor => $"{factor.Name} {Number(factor.Count)}"));
        return named ? $"{string.Join(", ", same.Select(static term => term.Place.Declared.Member.Name).Distinct(StringComparer.Ordinal))} ({product})" : product;
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private sealed record Term(Declaration Place, IReadOnlyList<SeriesFactor> Factors)
    {
        public long Product { get; } = SeriesBound.Product(Factors);
    }

    private sealed record Declaration(DeclaredMetric Declared, int? Budget, SyntaxReference Syntax);
}
