using System.Collections.Immutable;
using System.Linq;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS0005: buckets that do not ascend. Reported at them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BucketsAreMalformedAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.BucketsAreMalformed];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAnnotatedAttributeAction(Analyze);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, AnnotatedAttribute attribute)
    {
        if (attribute is { Name: KnownNames.InstrumentedAttribute or KnownNames.MetricHistogramAttribute }
            && BucketBounds.Of(attribute.Data) is { } bounds
            && BucketBounds.WhyNot(bounds) is { } reason
            && attribute.Argument("Buckets") is { } argument)
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.BucketsAreMalformed, argument.Expression.GetLocation(), reason));
        }
    }
}
