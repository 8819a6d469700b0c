using System.Collections.Concurrent;
using System.Collections.Immutable;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>
/// INS4012: one enum that metrics show in two encodings: 2 is open here and half open there. Reported at the later place. An error where values of metrics differ, a warning where texts of
/// tags do, and information where a number that is not a metric's differs from one that is.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EnumHasTwoEncodingsAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.EnumHasTwoEncodings];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var methods = new ConcurrentDictionary<ISymbol, (EnumEncoding Encoding, Location Place)>(SymbolEqualityComparer.Default);
            var exported = new ConcurrentBag<(IMethodSymbol? Method, EnumEncoding? Encoding, Location Place)>();
            start.RegisterOperationBlockAction(block => OfMethod(block, methods, exported));
            start.RegisterOperationAction(operation => OfCall((IInvocationOperation)operation.Operation, exported), OperationKind.Invocation);
            start.RegisterOperationAction(operation => OfMeasurement((IObjectCreationOperation)operation.Operation, exported), OperationKind.ObjectCreation);
            start.RegisterCompilationEndAction(end => Report(end, methods, exported));
        });
    }

    private static void OfMethod(OperationBlockAnalysisContext context, ConcurrentDictionary<ISymbol, (EnumEncoding, Location)> methods, ConcurrentBag<(IMethodSymbol?, EnumEncoding?, Location)> exported)
    {
        var member = context.OwningSymbol is IMethodSymbol { AssociatedSymbol: IPropertySymbol property } ? property : context.OwningSymbol;
        if (!member.GetAttributes().IsEmpty && ObservedMembers.Gauges(member).Any())
        {
            Export(context.OperationBlocks.OfType<IBlockOperation>().SelectMany(static block => block.Operations).OfType<IReturnOperation>().FirstOrDefault()?.ReturnedValue, exported);
        }

        if (context.OwningSymbol is IMethodSymbol method
            && method.Parameters.FirstOrDefault()?.Type.TypeKind == TypeKind.Enum
            && method.ReturnType.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_String
            && context.OperationBlocks.OfType<IBlockOperation>().FirstOrDefault() is { } body
            && EnumEncodingReader.OfBody(body) is { } encoding)
        {
            methods.TryAdd(method, (encoding, method.Locations[0]));
        }
    }

    private static void OfCall(IInvocationOperation call, ConcurrentBag<(IMethodSymbol?, EnumEncoding?, Location)> exported)
    {
        if (call.TargetMethod.Name is "Add" or "Record" or "Set" or "Inc" or "Dec" or "Observe" or "IncTo" or "DecTo" or "WithLabels" or "Labels" && Instruments.KindOf(call.Instance?.Type) is not null)
        {
            foreach (var value in call.Arguments.SelectMany(static argument => Constants.Elements(argument.Value) ?? [argument.Value]).Concat(RecordedTags.Of(call).Select(static tag => tag.Value)))
            {
                Export(value, exported);
            }
        }
        else if (call.TargetMethod.Name == "CreateObservableGauge" && InstrumentCreation.Of(call)?.Argument("observeValue") is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda })
        {
            Export((lambda.Body.Operations.FirstOrDefault() as IReturnOperation)?.ReturnedValue, exported);
        }
        else if (HandCalledMembers.IsCandidate(call.TargetMethod.PartialDefinitionPart ?? call.TargetMethod))
        {
            foreach (var argument in call.Arguments.Where(static argument => argument.Parameter is { } parameter && InstrumentedMembers.Has(parameter, KnownNames.ValueAttribute)))
            {
                Export(argument.Value, exported);
            }
        }
    }

    private static void OfMeasurement(IObjectCreationOperation made, ConcurrentBag<(IMethodSymbol?, EnumEncoding?, Location)> exported)
    {
        if (made is { Type.Name: "Measurement", Arguments.IsEmpty: false } && Instruments.IsOfMeter(made.Type))
        {
            Export(made.Arguments[0].Value, exported);
        }
    }

    private static void Export(IOperation? value, ConcurrentBag<(IMethodSymbol?, EnumEncoding?, Location)> exported)
    {
        var origin = Origin(value);
        if (EnumEncodingReader.Of(origin) is { } encoding)
        {
            exported.Add((null, encoding, origin!.Syntax.GetLocation()));
        }
        else if (origin is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } method } && (method.ReducedFrom ?? method).Parameters.FirstOrDefault()?.Type.TypeKind == TypeKind.Enum)
        {
            exported.Add(((method.ReducedFrom ?? method).OriginalDefinition, null, origin.Syntax.GetLocation()));
        }
    }

    // Behind conversions between numbers, and locals that are set where they are declared.
    private static IOperation? Origin(IOperation? value) => value switch
    {
        IConversionOperation { Operand.Type.TypeKind: not TypeKind.Enum } conversion => Origin(conversion.Operand),
        ILocalReferenceOperation local => Flow.FunctionBody.Of(local).Descendants().OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local.Local))?.GetVariableInitializer()?.Value is { } initial ? Origin(initial) : null,
        _ => value,
    };

    private static void Report(CompilationAnalysisContext context, ConcurrentDictionary<ISymbol, (EnumEncoding Encoding, Location Place)> methods, ConcurrentBag<(IMethodSymbol? Method, EnumEncoding? Encoding, Location Place)> exported)
    {
        var uses = exported
            .Select(use => (Encoding: use.Method is { } method ? methods.TryGetValue(method, out var known) ? known.Encoding : null : use.Encoding, use.Place))
            .Where(static use => use.Encoding is not null)
            .OrderBy(static use => use.Place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static use => use.Place.SourceSpan.Start)
            .ToList();
        foreach (var group in uses.GroupBy(static use => (use.Encoding!.Type.ToDisplayString(), use.Encoding.IsNumber)))
        {
            var first = group.First();
            foreach (var use in group.Skip(1))
            {
                Report(context, use.Encoding!, use.Place, first.Encoding!, first.Place, group.Key.IsNumber ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning);
            }

            // The same numbers in an answer of a health check would be read beside the metric.
            foreach (var (encoding, place) in methods.Where(method => group.Key.IsNumber && !exported.Any(use => SymbolEqualityComparer.Default.Equals(use.Method, method.Key))).Select(static method => method.Value))
            {
                Report(context, encoding, place, first.Encoding!, first.Place, DiagnosticSeverity.Info);
            }
        }
    }

    private static void Report(CompilationAnalysisContext context, EnumEncoding here, Location place, EnumEncoding there, Location first, DiagnosticSeverity severity)
    {
        if (here.Conflict(there) is { } member)
        {
            var line = first.GetLineSpan();
            context.ReportDiagnostic(Diagnostic.Create(
                RuleDescriptors.EnumHasTwoEncodings, place, severity, additionalLocations: null, properties: null,
                $"{here.Type.Name}.{member}", here.Values[member], there.Values[member], $"{Path.GetFileName(line.Path)}({line.StartLinePosition.Line + 1})"));
        }
    }
}
