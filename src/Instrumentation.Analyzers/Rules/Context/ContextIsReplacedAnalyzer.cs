using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>INS3002: a call is given null, the default or a new id where one is in scope. Reported at the argument; a warning where type or origin prove the id, information where a name does.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContextIsReplacedAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Property of the diagnostic, for the code fix: the variable to hand on.</summary>
    internal const string IdProperty = "Id";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.ContextIsReplaced];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(static operation => Analyze(operation, ((IInvocationOperation)operation.Operation).Arguments), OperationKind.Invocation);
        context.RegisterOperationAction(static operation => Analyze(operation, ((IObjectCreationOperation)operation.Operation).Arguments), OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationAnalysisContext context, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            Analyze(context, argument);
        }
    }

    private static void Analyze(OperationAnalysisContext context, IArgumentOperation argument)
    {
        // The value first: few are null, a default or new, and it costs less to see than what the parameter is.
        if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } || What(argument.Value) is not { } what || !CorrelationIds.IsIdParameter(parameter) || argument.SemanticModel is not { } model)
        {
            return;
        }

        if (IdScope.At(argument, model, context.CancellationToken).FirstOrDefault(id => CorrelationIds.Fits(id.Type, parameter.Type)) is { } id && !IsTested(argument, id.Symbol) && !IsUsedBeside(argument, id))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                RuleDescriptors.ContextIsReplaced,
                argument.Value.Syntax.GetLocation(),
                id.IsProven ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                additionalLocations: null,
                ImmutableDictionary<string, string?>.Empty.Add(IdProperty, id.Symbol.Name),
                what,
                id.Symbol.Name));
        }
    }

    private static string? What(IOperation value) => value switch
    {
        IConversionOperation conversion => What(conversion.Operand),
        { ConstantValue: { HasValue: true, Value: null } } => "null",
        IDefaultValueOperation => "the default",
        IInvocationOperation { TargetMethod: { Name: "NewId" or "NewGuid" or "Create" or "New" or "CreateVersion7" or "NewCorrelationId", IsStatic: true } made } when made.Parameters.IsEmpty => "a new one",
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } inner } => What(inner),
        IObjectCreationOperation made when made.Arguments.IsEmpty || made.Arguments.All(static argument => What(argument.Value) is not null) => "a new one",
        IFieldReferenceOperation { Field: { IsStatic: true, Name: "Empty" or "None" } } => "an empty one",
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Empty" or "None" } } => "an empty one",
        _ => null,
    };

    // A new root that links to the context, or one choice of several: somebody has thought of it.
    private static bool IsUsedBeside(IOperation argument, IdInScope id)
    {
        var statement = argument;
        while (statement.Parent is { } parent and not IBlockOperation)
        {
            statement = parent;
        }

        return CorrelationIds.IsTraceType(id.Type) && statement.Descendants().Any(part => SymbolEqualityComparer.Default.Equals((part as IParameterReferenceOperation)?.Parameter ?? (ISymbol?)(part as ILocalReferenceOperation)?.Local, id.Symbol));
    }

    // `if (id is null) { Send(NewId()); }`: the id was looked at.
    private static bool IsTested(IOperation argument, ISymbol id)
    {
        for (var current = argument.Parent; current is not null; current = current.Parent)
        {
            var condition = current switch { IConditionalOperation conditional => conditional.Condition, ICoalesceOperation coalesce => coalesce.Value, _ => null };
            if (condition?.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals((part as IParameterReferenceOperation)?.Parameter ?? (ISymbol?)(part as ILocalReferenceOperation)?.Local, id)) == true)
            {
                return true;
            }
        }

        return false;
    }
}
