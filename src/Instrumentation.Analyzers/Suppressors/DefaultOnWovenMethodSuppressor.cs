using System.Collections.Immutable;
using System.Linq;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Suppressors;

/// <summary>CS1066 says that a default value has no effect on the half of a method with the body. On one that is woven in place it has: the generated half repeats it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DefaultOnWovenMethodSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor s_descriptor = new("INSS001", "CS1066", "The generated half of the method repeats the default value");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [s_descriptor];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location is { SourceTree: { } tree } location
                && tree.GetRoot(context.CancellationToken).FindNode(location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
                && context.GetSemanticModel(tree).GetDeclaredSymbol(declaration, context.CancellationToken) is IMethodSymbol { PartialDefinitionPart: { } half }
                && half.Locations.All(static place => place.SourceTree?.FilePath.EndsWith(PartialTypes.FileEnding, System.StringComparison.Ordinal) == true))
            {
                context.ReportSuppression(Suppression.Create(s_descriptor, diagnostic));
            }
        }
    }
}
