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
        // File by file, and not attribute by attribute: the compiler would bind every carrier of an attribute again after each keystroke.
        // Nor with each file's semantic model: hundreds would be made after each keystroke, of which none is asked.
        var trees = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => node is CompilationUnitSyntax, static (target, _) => target.Node.SyntaxTree)
            .Combine(context.CompilationProvider);
        var files = trees
            .Select(static (file, cancellation) => FileParser.Parse(file.Left, file.Right, cancellation))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(StepNames.Files);

        var measures = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => BuildProperties.Measures(options.GlobalOptions));

        // One file per type, with instruments, wrappers and decorator. Nothing in them is named by user code,
        // so the editor does not need them and pays nothing.
        var types = files.SelectMany(static (file, _) => file.Types).WithTrackingName(StepNames.Types);
        context.RegisterImplementationSourceOutput(If(measures, types.Where(static type => type.Types.Count == 0)), TypeEmitter.Emit);

        // But for the halves of partial methods, without which the user's own do not compile in the editor either, nor where nothing is measured.
        context.RegisterSourceOutput(types.Where(static type => type.Types.Count > 0).Combine(measures), static (output, type) => TypeEmitter.Emit(output, type.Left, type.Right));

        // Classes that inherit instrumented methods need a decorator of their own: it has their interfaces.
        var derived = files.SelectMany(static (file, _) => file.Derived).WithTrackingName(StepNames.DerivedTypes);
        context.RegisterImplementationSourceOutput(If(measures, derived), TypeEmitter.Emit);

        // Instruments that are called by hand: the bodies of partial methods. User code calls them, so the editor sees them too.
        var handCalled = files.SelectMany(static (file, _) => file.HandCalled).WithTrackingName(StepNames.HandCalledTypes);
        context.RegisterSourceOutput(handCalled.Combine(measures), static (output, target) => HandCalledEmitter.Emit(output, target.Left, target.Right));

        // Gauges that are read from live objects.
        var observed = files.SelectMany(static (file, _) => file.Observed).WithTrackingName(StepNames.ObservedTypes);
        context.RegisterImplementationSourceOutput(If(measures, observed), ObservedEmitter.Emit);

        // Calls are found by name, file by file, and only those are bound.
        var callFiles = trees
            .Select(static (file, cancellation) => CallSiteParser.Parse(file.Left, file.Right, cancellation))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .WithTrackingName(StepNames.CallFiles);
        var intercept = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => BuildProperties.InterceptCalls(options.GlobalOptions) && BuildProperties.Measures(options.GlobalOptions));
        context.RegisterImplementationSourceOutput(callFiles.Combine(intercept).Where(static file => file.Right && file.Left.Methods.Count > 0).Select(static (file, _) => file.Left), InterceptorEmitter.Emit);

        var registrar = Register(context, measures,
        [
            types.Select(static (type, _) => RegistrarParser.Registration(type)),
            derived.Select(static (type, _) => RegistrarParser.Registration(type)),
            handCalled.Select(static (type, _) => RegistrarParser.Registration(type)),
            observed.Select(static (type, _) => RegistrarParser.Registration(type)),
        ]);
        Cover(context, measures, callFiles.Combine(intercept).Select(static (file, _) => CoverageParser.File(file.Left, file.Right)), registrar);
    }

    private static IncrementalValuesProvider<T> If<T>(IncrementalValueProvider<bool> measures, IncrementalValuesProvider<T> targets) =>
        targets.Combine(measures).Where(static target => target.Right).Select(static (target, _) => target.Left);

    // One registrar per assembly; the executable's also calls those of its references.
    private static IncrementalValueProvider<RegistrarTarget> Register(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<bool> measures, IEnumerable<IncrementalValuesProvider<Registration>> registrations)
    {
        var registrar = registrations
            .Select(static some => some.Collect())
            .Aggregate(static (some, more) => some.Combine(more).Select(static (both, _) => both.Left.AddRange(both.Right)))
            .Select(static (all, _) => RegistrarParser.Registrations(all))
            .Combine(context.CompilationProvider.Select(static (compilation, cancellation) => RegistrarParser.Assembly(compilation, cancellation)))
            .Select(static (parts, _) => new RegistrarTarget(parts.Right, parts.Left))
            .WithTrackingName(StepNames.Registrar);
        context.RegisterImplementationSourceOutput(registrar.Combine(measures), static (output, target) =>
        {
            if (target.Right)
            {
                RegistrarEmitter.Emit(output, target.Left);
            }
        });
        return registrar;
    }

    // One summary per assembly of what is measured and what is not: numbers per file, so that a moved line changes nothing.
    private static void Cover(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<bool> measures, IncrementalValuesProvider<FileCoverage> files, IncrementalValueProvider<RegistrarTarget> registrar)
    {
        var coverage = files.Collect()
            .Combine(registrar)
            .Select(static (parts, _) => CoverageParser.Assembly(parts.Left, parts.Right.Types))
            .WithTrackingName(StepNames.Coverage);
        context.RegisterImplementationSourceOutput(coverage.Combine(measures), static (output, target) =>
        {
            if (target.Right)
            {
                CoverageEmitter.Emit(output, target.Left);
            }
        });
    }
}
