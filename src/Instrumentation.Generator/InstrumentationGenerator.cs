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
        IncrementalValuesProvider<TypeTarget>[] woven =
        [
            Types(context, KnownNames.InstrumentedAttribute, StepNames.InstrumentedTypes),
            Types(context, KnownNames.MetricCounterAttribute, StepNames.CountedTypes),
            Types(context, KnownNames.MetricHistogramAttribute, StepNames.HistogramTypes),
            Types(context, KnownNames.MetricUpDownCounterAttribute, StepNames.UpDownCountedTypes),
            Types(context, KnownNames.MetricGaugeAttribute, StepNames.GaugedTypes),
            Covered(context),
        ];

        // One file with instruments and wrappers per type, and one with its decorator. Nothing in them is named by user code,
        // so the editor does not need them and pays nothing.
        foreach (var types in woven)
        {
            context.RegisterImplementationSourceOutput(types, TypeEmitter.Emit);
        }

        // Instruments that are called by hand: the bodies of partial methods. User code calls them, so the editor sees them too.
        IncrementalValuesProvider<HandCalledTarget>[] handCalled =
        [
            HandCalled(context, KnownNames.MetricCounterAttribute),
            HandCalled(context, KnownNames.MetricHistogramAttribute),
            HandCalled(context, KnownNames.MetricUpDownCounterAttribute),
            HandCalled(context, KnownNames.MetricGaugeAttribute),
        ];
        foreach (var types in handCalled)
        {
            context.RegisterSourceOutput(types, HandCalledEmitter.Emit);
        }

        // Gauges that are read from live objects.
        var observed = Observed(context);
        context.RegisterImplementationSourceOutput(observed, ObservedEmitter.Emit);

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

        var registrar = Register(context, woven
            .Select(static types => types.Select(static (type, _) => RegistrarParser.Registration(type)))
            .Concat(handCalled.Select(static types => types.Select(static (type, _) => RegistrarParser.Registration(type.Holder))))
            .Append(observed.Select(static (type, _) => RegistrarParser.Registration(type.Holder))));
        Cover(context, callFiles.Combine(intercept).Select(static (file, _) => CoverageParser.File(file.Left, file.Right)), registrar);
    }

    // One registrar per assembly; the executable's also calls those of its references.
    private static IncrementalValueProvider<RegistrarTarget> Register(IncrementalGeneratorInitializationContext context, IEnumerable<IncrementalValuesProvider<Registration>> registrations)
    {
        var registrar = registrations
            .Select(static some => some.Collect())
            .Aggregate(static (some, more) => some.Combine(more).Select(static (both, _) => both.Left.AddRange(both.Right)))
            .Select(static (all, _) => RegistrarParser.Registrations(all))
            .Combine(context.CompilationProvider.Select(static (compilation, cancellation) => RegistrarParser.Assembly(compilation, cancellation)))
            .Select(static (parts, _) => new RegistrarTarget(parts.Right, parts.Left))
            .WithTrackingName(StepNames.Registrar);
        context.RegisterImplementationSourceOutput(registrar, RegistrarEmitter.Emit);
        return registrar;
    }

    // One summary per assembly of what is measured and what is not: numbers per file, so that a moved line changes nothing.
    private static void Cover(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<FileCoverage> files, IncrementalValueProvider<RegistrarTarget> registrar)
    {
        var coverage = files.Collect()
            .Combine(registrar)
            .Select(static (parts, _) => CoverageParser.Assembly(parts.Left, parts.Right.Types))
            .WithTrackingName(StepNames.Coverage);
        context.RegisterImplementationSourceOutput(coverage, CoverageEmitter.Emit);
    }

    // An attribute on the assembly covers types that carry none of their own.
    private static IncrementalValuesProvider<TypeTarget> Covered(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.InstrumentedAttribute,
                predicate: static (node, _) => node is CompilationUnitSyntax,
                transform: static (target, cancellation) => TypeParser.ParseAssembly(target, cancellation))
            .SelectMany(static (types, _) => types)
            .WithTrackingName(StepNames.CoveredTypes);

    private static IncrementalValuesProvider<ObservedTarget> Observed(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.MetricGaugeAttribute,
                predicate: static (node, _) => node is PropertyDeclarationSyntax or MethodDeclarationSyntax { ParameterList.Parameters.Count: 0 },
                transform: static (target, cancellation) => ObservedParser.Parse(target, cancellation))
            .Where(static type => type is not null)
            .Select(static (type, _) => type!)
            .WithTrackingName(StepNames.ObservedTypes);

    private static IncrementalValuesProvider<HandCalledTarget> HandCalled(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                predicate: static (node, _) => HandCalledMembers.IsCandidate(node),
                transform: static (target, cancellation) => HandCalledParser.Parse(target, cancellation))
            .Where(static type => type is not null)
            .Select(static (type, _) => type!)
            .WithTrackingName(StepNames.HandCalledTypes);

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
