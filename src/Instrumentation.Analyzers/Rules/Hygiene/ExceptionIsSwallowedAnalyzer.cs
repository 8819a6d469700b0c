using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>
/// INS4006: a handler ends an exception inside a span that the method has started, and says nothing of it to the span. Reported at the <c>catch</c>; a warning where it
/// catches every exception, information where one kind of them is expected.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExceptionIsSwallowedAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.ExceptionIsSwallowed];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.CatchClause);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var handler = (ICatchClauseOperation)context.Operation;
        if (Inherits(handler.ExceptionType, "OperationCanceledException") || SpanAround(handler) is not { } span || IsToldOrPassedOn(handler))
        {
            return;
        }

        var isGeneral = handler.ExceptionType is { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace.Name: "System" } && handler.Filter is null;
        context.ReportDiagnostic(Diagnostic.Create(
            RuleDescriptors.ExceptionIsSwallowed,
            ((CatchClauseSyntax)handler.Syntax).CatchKeyword.GetLocation(),
            isGeneral ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            additionalLocations: null,
            properties: null,
            span));
    }

    private static bool Inherits(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    // A local with a span, declared before the handler in the same function, in a block around it.
    private static string? SpanAround(ICatchClauseOperation handler)
    {
        IOperation inner = handler;
        for (var current = handler.Parent; current is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); inner = current, current = current.Parent)
        {
            var declared = current switch
            {
                IBlockOperation block => block.Operations.TakeWhile(operation => operation != inner).SelectMany(Declared),
                IUsingOperation use => Declared(use.Resources),
                ITryOperation attempt => attempt.Body.Operations.SelectMany(Declared),
                _ => [],
            };
            if (declared.Select(static declarator => declarator.Symbol.Name).FirstOrDefault() is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private static IEnumerable<IVariableDeclaratorOperation> Declared(IOperation operation) => (operation switch
    {
        IUsingDeclarationOperation use => use.DeclarationGroup.Declarations,
        IVariableDeclarationGroupOperation group => group.Declarations,
        _ => [],
    }).SelectMany(static declaration => declaration.Declarators).Where(static declarator =>
        declarator.GetVariableInitializer()?.Value is { } value && value.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => SpanStart.Is(call) || IsScope(call)));

    // `envelope.Open("consumer")`: a span of ours.
    private static bool IsScope(IInvocationOperation call) => call is { TargetMethod: { Name: "Open", ReturnType.Name: "FlowScope" } };

    private static bool IsToldOrPassedOn(ICatchClauseOperation handler) => FunctionBody.Own(handler.Handler).Any(part => part switch
    {
        IThrowOperation => true,
        ILocalReferenceOperation local when SymbolEqualityComparer.Default.Equals(local.Local, handler.Locals.FirstOrDefault()) => IsPassedOn(local),
        ILocalReferenceOperation { Type: { } type } => IsSpan(type),
        IParameterReferenceOperation { Type: { } type } => IsSpan(type),
        IFieldReferenceOperation { Type: { } type } => IsSpan(type),
        IPropertyReferenceOperation { Property: { Name: "Current", ContainingType: var type } } => SpanStart.IsActivity(type),
        IInvocationOperation { TargetMethod.Name: "FailFast" or "Exit" } => true,
        _ => false,
    });

    private static bool IsSpan(ITypeSymbol type) => SpanStart.IsActivity(type) || type.Name is "FlowScope" or "TelemetrySpan";

    // To log it is not to tell the span; anything else may be.
    private static bool IsPassedOn(IOperation exception)
    {
        var argument = exception.Parent is IConversionOperation conversion ? conversion.Parent : exception.Parent;
        return argument switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => !(call.TargetMethod.ContainingType.Name is "LoggerExtensions" or "Console" or "Debug" or "Trace" or "ILogger" or "TextWriter" or "Log" || call.TargetMethod.Name.StartsWith("Log", StringComparison.Ordinal)),
            IArgumentOperation { Parent: IObjectCreationOperation } => true,
            IReturnOperation => true,
            IAssignmentOperation assignment => assignment.Value == exception,
            _ => false,
        };
    }
}
