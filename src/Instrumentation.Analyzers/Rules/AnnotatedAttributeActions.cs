using System;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>Calls a rule for each of our attributes.</summary>
internal static class AnnotatedAttributeActions
{
    /// <summary>Registers the rule in compilations that know our attributes; others pay nothing.</summary>
    public static void RegisterAnnotatedAttributeAction(this AnalysisContext context, Action<SyntaxNodeAnalysisContext, AnnotatedAttribute> analyze) =>
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Find(start.Compilation) is not null)
            {
                start.RegisterSyntaxNodeAction(
                    node =>
                    {
                        if (AnnotatedAttribute.At((AttributeSyntax)node.Node, node.SemanticModel, node.CancellationToken) is { } attribute)
                        {
                            analyze(node, attribute);
                        }
                    },
                    SyntaxKind.Attribute);
            }
        });
}
