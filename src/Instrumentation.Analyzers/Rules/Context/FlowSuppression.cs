using Instrumentation.Analyzers.Rules.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Context;

/// <summary>Where a method suppresses the flow of the execution context.</summary>
internal static class FlowSuppression
{
    /// <summary>Whether an operation starts where the flow is suppressed by the same method.</summary>
    public static bool IsSuppressedAt(IOperation place) =>
        FunctionBody.Own(FunctionBody.Of(place)).OfType<IInvocationOperation>().Any(call => IsSuppress(call) && call.Syntax.SpanStart < place.Syntax.SpanStart)
        && !FunctionBody.Own(FunctionBody.Of(place)).OfType<IInvocationOperation>().Any(call => IsRestore(call) && call.Syntax.Span.End <= place.Syntax.SpanStart);

    public static bool IsSuppress(IInvocationOperation call) => call.TargetMethod is { Name: "SuppressFlow", ContainingType.Name: "ExecutionContext" };

    public static bool IsRestore(IInvocationOperation call) => call.TargetMethod is { Name: "RestoreFlow", ContainingType.Name: "ExecutionContext" } or { Name: "Undo" or "Dispose", ContainingType.Name: "AsyncFlowControl" };
}
