extern alias generator;

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Tests.Infrastructure;

/// <summary>Lets a workspace's project run the generator.</summary>
internal sealed class GeneratorReference : AnalyzerReference
{
    /// <summary>As the package's props set them: calls may be intercepted.</summary>
    public static CSharpParseOptions ParseOptions { get; } = CSharpParseOptions.Default.WithFeatures([new("InterceptorsNamespaces", "Instrumentation.Interceptors")]);

    /// <summary>The compilation with what the generator adds.</summary>
    public static Compilation Run(CSharpCompilation compilation)
    {
        var trees = compilation.SyntaxTrees.Select(static tree => tree.WithRootAndOptions(tree.GetRoot(), ParseOptions));
        CSharpGeneratorDriver.Create([Generator], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees), out var generated, out _);
        return generated;
    }

    public override string FullPath => nameof(GeneratorReference);

    public override object Id => nameof(GeneratorReference);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => [Generator];

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => GetGenerators(LanguageNames.CSharp);

    // One object: the workspace finds it again by itself.
    private static ISourceGenerator Generator { get; } = new generator::Instrumentation.Generator.InstrumentationGenerator().AsSourceGenerator();
}
