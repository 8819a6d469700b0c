using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>INS3011: a repeating timer, or work with an endless loop, is started inside a request or handler, whose context it keeps for as long as it runs. Reported at the start.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BackgroundWorkKeepsRequestAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.BackgroundWorkKeepsRequest];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(OfTimer, OperationKind.ObjectCreation);
        context.RegisterOperationAction(OfWork, OperationKind.Invocation);
    }

    private static void OfTimer(OperationAnalysisContext context)
    {
        var made = (IObjectCreationOperation)context.Operation;
        if (made.Type is { Name: "Timer", ContainingNamespace: { Name: "Threading" or "Timers", ContainingNamespace.Name: "System" } } && IsRepeating(made) && !IsEndedHere(made))
        {
            Report(context, "The timer");
        }
    }

    // One that fires once, or waits to be changed, keeps nothing for long.
    private static bool IsRepeating(IObjectCreationOperation timer)
    {
        if (timer.Type!.ContainingNamespace.Name == "Timers")
        {
            return true;
        }

        return timer.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "period")?.Value is { } period
            && !period.DescendantsAndSelf().Any(static part => part is IFieldReferenceOperation { Field.Name: "Infinite" or "InfiniteTimeSpan" } or { ConstantValue: { HasValue: true, Value: -1 } or { HasValue: true, Value: -1L } });
    }

    private static bool IsEndedHere(IObjectCreationOperation timer) =>
        timer.Syntax.FirstAncestorOrSelf<StatementSyntax>() is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 }
        || (Hygiene.SpanStart.Local(timer) is { } local && FunctionBody.Own(FunctionBody.Of(timer)).OfType<IInvocationOperation>().Any(call => call.TargetMethod.Name is "Dispose" or "DisposeAsync" or "Stop" && call.Instance is ILocalReferenceOperation used && SymbolEqualityComparer.Default.Equals(used.Local, local)));

    private static void OfWork(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var isStart = (call.TargetMethod.ContainingType?.Name, call.TargetMethod.Name) switch
        {
            ("Task", "Run") => true,
            ("TaskFactory", "StartNew") => true,
            ("ThreadPool", "QueueUserWorkItem") => true,
            _ => false,
        };
        if (isStart && !IsAwaited(call) && call.Arguments.Select(static argument => argument.Value).Any(work => Body(work, context.CancellationToken) is { } body && IsEndless(body)))
        {
            Report(context, "The endless loop");
        }
    }

    // The request waits for it, and it ends with the request.
    private static bool IsAwaited(IInvocationOperation call)
    {
        for (IOperation? current = call.Parent; current is not (null or IBlockOperation); current = current.Parent)
        {
            if (current is IAwaitOperation or IReturnOperation)
            {
                return true;
            }
        }

        return Hygiene.SpanStart.Local(call) is { } local && FunctionBody.Own(FunctionBody.Of(call)).OfType<IAwaitOperation>().Any(wait => wait.Descendants().OfType<ILocalReferenceOperation>().Any(used => SymbolEqualityComparer.Default.Equals(used.Local, local)));
    }

    // A lambda's code, or that of the one method it calls.
    private static SyntaxNode? Body(IOperation work, CancellationToken cancellation) => work switch
    {
        IConversionOperation conversion => Body(conversion.Operand, cancellation),
        IDelegateCreationOperation created => Body(created.Target, cancellation),
        IMethodReferenceOperation reference => Declaration(reference.Method, cancellation),
        IAnonymousFunctionOperation lambda when lambda.Body.Operations.Length is 1 or 2 && Called(lambda.Body.Operations[0]) is { } called => Declaration(called, cancellation) ?? lambda.Syntax,
        IAnonymousFunctionOperation lambda => lambda.Syntax,
        _ => null,
    };

    private static IMethodSymbol? Called(IOperation statement) => statement switch
    {
        IReturnOperation { ReturnedValue: { } value } => Called(value),
        IExpressionStatementOperation expression => Called(expression.Operation),
        IAwaitOperation wait => Called(wait.Operation),
        IConversionOperation conversion => Called(conversion.Operand),
        IInvocationOperation call => call.TargetMethod,
        _ => null,
    };

    private static SyntaxNode? Declaration(IMethodSymbol method, CancellationToken cancellation) => method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);

    private static bool IsEndless(SyntaxNode body) => body.DescendantNodes(static node => node is not LocalFunctionStatementSyntax).Any(static node => node switch
    {
        WhileStatementSyntax loop => (IsTrue(loop.Condition) || IsTick(loop.Condition) || IsUntilCancelled(loop.Condition)) && !Leaves(loop.Statement),
        DoStatementSyntax loop => IsTrue(loop.Condition) && !Leaves(loop.Statement),
        ForStatementSyntax { Condition: null } loop => !Leaves(loop.Statement),
        _ => false,
    });

    private static bool IsTrue(ExpressionSyntax condition) => condition.IsKind(SyntaxKind.TrueLiteralExpression);

    private static bool IsTick(ExpressionSyntax condition) => condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(static name => name.Identifier.ValueText == "WaitForNextTickAsync");

    // By a token of the application; the request's own ends the loop with the request.
    private static bool IsUntilCancelled(ExpressionSyntax condition) => condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCancellationRequested" } token }
        && token.Expression.ToString().IndexOf("RequestAborted", StringComparison.Ordinal) < 0;

    private static bool Leaves(StatementSyntax body) => body.DescendantNodesAndSelf(static node => node is not (LambdaExpressionSyntax or LocalFunctionStatementSyntax)).Any(static node => node is BreakStatementSyntax { Parent: not SwitchSectionSyntax } or ReturnStatementSyntax or ThrowStatementSyntax);

    private static void Report(OperationAnalysisContext context, string what)
    {
        if (ContextScope.Handler(context.Operation, context.CancellationToken) is { } request && !FlowSuppression.IsSuppressedAt(context.Operation))
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.BackgroundWorkKeepsRequest, context.Operation.Syntax.GetLocation(), what, request));
        }
    }
}
