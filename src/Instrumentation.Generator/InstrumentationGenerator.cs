using Instrumentation.Generator.Emission;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Parsing;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator;

/// <summary>Finds instrumented methods and writes what measures them. It reports nothing: the analyzers speak.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class InstrumentationGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // A type is parsed once, from the first of its members that carries one of our attributes.
        var instrumented = Types(context, KnownNames.InstrumentedAttribute, StepNames.InstrumentedTypes);
        var counted = Types(context, KnownNames.MetricCounterAttribute, StepNames.CountedTypes);
        var histograms = Types(context, KnownNames.MetricHistogramAttribute, StepNames.HistogramTypes);

        // One file with instruments and wrappers per type, and one with its decorator. Nothing in them is named by user code,
        // so the editor does not need them and pays nothing.
        context.RegisterImplementationSourceOutput(instrumented, TypeEmitter.Emit);
        context.RegisterImplementationSourceOutput(counted, TypeEmitter.Emit);
        context.RegisterImplementationSourceOutput(histograms, TypeEmitter.Emit);

        // Calls are found by name, file by file, and only those are bound.
        var callFiles = context.SyntaxProvider
            .CreateSyntaxProvider(
                predicate: static (node, _) => node is CompilationUnitSyntax,
                transform: static (target, cancellation) => CallSiteParser.Parse(target, cancellation))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(StepNames.CallFiles);
        var intercept = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => BuildProperties.InterceptCalls(options.GlobalOptions));
        context.RegisterImplementationSourceOutput(callFiles.Combine(intercept).Where(static file => file.Right && file.Left.Methods.Count > 0).Select(static (file, _) => file.Left), InterceptorEmitter.Emit);

        // One registrar per assembly; the executable's also calls those of its references.
        var registrations = instrumented.Collect().Combine(counted.Collect()).Combine(histograms.Collect())
            .Select(static (types, _) => RegistrarParser.Registrations(types.Left.Left, types.Left.Right, types.Right));
        var registrar = registrations
            .Combine(context.CompilationProvider.Select(static (compilation, cancellation) => RegistrarParser.Assembly(compilation, cancellation)))
            .Select(static (parts, _) => new RegistrarTarget(parts.Right, parts.Left))
            .WithTrackingName(StepNames.Registrar);
        context.RegisterImplementationSourceOutput(registrar, RegistrarEmitter.Emit);

        // One summary per assembly of what is measured and what is not: numbers per file, so that a moved line changes nothing.
        var coverage = callFiles.Combine(intercept).Select(static (file, _) => CoverageParser.File(file.Left, file.Right)).Collect()
            .Combine(registrar)
            .Select(static (parts, _) => CoverageParser.Assembly(parts.Left, parts.Right.Types))
            .WithTrackingName(StepNames.Coverage);
        context.RegisterImplementationSourceOutput(coverage, CoverageEmitter.Emit);
    }

    private static IncrementalValuesProvider<TypeTarget> Types(IncrementalGeneratorInitializationContext context, string attribute, string step) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                predicate: static (node, _) => node is MethodDeclarationSyntax or TypeDeclarationSyntax,
                transform: static (target, cancellation) => TypeParser.Parse(target, cancellation))
            .Where(static type => type is not null)
            .Select(static (type, _) => type!)
            .WithTrackingName(step);
}
