using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>
/// INS3001: a call goes without the correlation id although one is in scope and the method, or an overload, takes one. A warning where type or origin prove the id,
/// information where only a name says so.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CorrelationIdNotHandedOnAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Properties of the diagnostic, for the code fix.</summary>
    internal const string IdProperty = "Id";
    internal const string ParameterProperty = "Parameter";
    internal const string PositionProperty = "Position";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.CorrelationIdNotHandedOn];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var finder = new IdSlotFinder();
            start.RegisterOperationAction(operation => Analyze(operation, finder), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, IdSlotFinder finder)
    {
        // The cheap question first: nearly no method takes a correlation id. Its arguments say so as well as its parameters, which are a new list each time.
        var call = (IInvocationOperation)context.Operation;
        var isTaken = false;
        IArgumentOperation? leftOut = null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && CorrelationIds.IsIdParameter(parameter))
            {
                isTaken = true;
                leftOut ??= argument.ArgumentKind == ArgumentKind.DefaultValue ? argument : null;
            }
        }

        var slots = leftOut?.Parameter is { } optional ? [new IdSlot(call.TargetMethod, optional)] : isTaken ? [] : finder.Overloads(call.TargetMethod);
        if (slots.IsEmpty || call.Syntax is not InvocationExpressionSyntax syntax || call.SemanticModel is not { } model)
        {
            return;
        }

        var ids = IdScope.At(call, model, context.CancellationToken);
        if (ids.Count == 0 || HandsOn(call, ids.Select(id => id.Symbol).ToImmutableArray()) || IsInsideOverload(call, model, context.CancellationToken) || IsInExpressionTree(call))
        {
            return;
        }

        foreach (var id in ids)
        {
            // A trace context is the parent of one span; those below it have that one.
            if (CorrelationIds.IsTraceType(id.Type) && IsUsedElsewhere(id, call))
            {
                continue;
            }

            if (slots.FirstOrDefault(slot => IsComplete(slot, call) && CorrelationIds.Fits(id.Type, slot.Parameter.Type) && IsReachable(slot, call, model, context.CancellationToken)) is not { } slot)
            {
                continue;
            }

            var severity = id.IsProven ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
            // Seen from the call, an extension method has no receiver parameter.
            var position = slot.Parameter.Ordinal - (call.TargetMethod.IsExtensionMethod && IsReduced(syntax, model, context.CancellationToken) ? 1 : 0);
            var properties = ImmutableDictionary<string, string?>.Empty
                .Add(IdProperty, id.Symbol.Name)
                .Add(ParameterProperty, slot.Parameter.Name)
                .Add(PositionProperty, position.ToString(CultureInfo.InvariantCulture));
            context.ReportDiagnostic(Diagnostic.Create(
                RuleDescriptors.CorrelationIdNotHandedOn, NameOf(syntax).GetLocation(), severity, additionalLocations: null, properties, call.TargetMethod.Name, id.Symbol.Name, CorrelationIds.IsTraceType(id.Type) ? "trace context" : "correlation id"));
            return;
        }
    }

    private static bool IsUsedElsewhere(IdInScope id, IInvocationOperation call) => Flow.FunctionBody.Of(call).Descendants().Any(part => part switch
    {
        IParameterReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, id.Symbol),
        ILocalReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Local, id.Symbol),
        _ => false,
    });

    // What the overload needs is written in the call already.
    private static bool IsComplete(IdSlot slot, IInvocationOperation call) => SymbolEqualityComparer.Default.Equals(slot.Method.OriginalDefinition, (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition)
        || call.Arguments.Where(static argument => argument.ArgumentKind == ArgumentKind.DefaultValue).All(left => slot.Method.Parameters.FirstOrDefault(parameter => parameter.Name == left.Parameter?.Name) is null or { IsOptional: true });

    private static bool IsReduced(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { ReducedFrom: not null };

    private static bool IsReachable(IdSlot slot, IInvocationOperation call, SemanticModel model, CancellationToken cancellation) =>
        model.GetEnclosingSymbol(call.Syntax.SpanStart, cancellation) is { ContainingType: { } type }
        && model.Compilation.IsSymbolAccessibleWithin(slot.Method, type, call.Instance?.Type);

    // An id anywhere in the call, also in its receiver (`client.For(correlationId).Send()`), is an id handed on.
    private static bool HandsOn(IInvocationOperation call, ImmutableArray<ISymbol> ids) => call.Descendants().Any(part => part switch
    {
        IParameterReferenceOperation reference => ids.Contains(reference.Parameter, SymbolEqualityComparer.Default),
        ILocalReferenceOperation reference => ids.Contains(reference.Local, SymbolEqualityComparer.Default),
        IPropertyReferenceOperation property => CorrelationIds.IsFromContext(property),
        _ => false,
    });

    // Overloads call each other, and those with the id may well end in the one without.
    private static bool IsInsideOverload(IInvocationOperation call, SemanticModel model, CancellationToken cancellation)
    {
        var target = call.TargetMethod;
        for (var symbol = model.GetEnclosingSymbol(call.Syntax.SpanStart, cancellation); symbol is IMethodSymbol method; symbol = symbol.ContainingSymbol)
        {
            if (string.Equals(method.Name, target.Name, System.StringComparison.Ordinal)
                && SymbolEqualityComparer.Default.Equals(method.ContainingType?.OriginalDefinition, target.ContainingType?.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    // What reads the tree may know no other method.
    private static bool IsInExpressionTree(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is IConversionOperation { Type: INamedTypeSymbol { Name: "Expression", Arity: 1 } type } && type.ContainingNamespace.Is("System.Linq.Expressions"))
            {
                return true;
            }
        }

        return false;
    }

    private static SyntaxNode NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        var other => other,
    };
}
