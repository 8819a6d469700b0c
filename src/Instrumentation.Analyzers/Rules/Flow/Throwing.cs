using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Flow;

/// <summary>Which operations may throw in a program that works: calls, but for those that only measure, count or log.</summary>
internal static class Throwing
{
    public static bool May(IOperation operation) => operation.DescendantsAndSelf().Any(static part => part switch
    {
        IInvocationOperation call => !IsHarmless(call.TargetMethod),
        IAwaitOperation or IThrowOperation or IDynamicInvocationOperation => true,
        _ => false,
    });

    private static bool IsHarmless(IMethodSymbol method) => method.ContainingType is { } type && (type.Name
        is "Stopwatch" or "Interlocked" or "Volatile" or "Activity" or "ActivitySource" or "TagList" or "LoggerExtensions" or "Debug" or "Trace" or "DateTime" or "TimeSpan" or "TimeProvider" or "CorrelationScope" or "FlowScope"
        || Hygiene.Instruments.IsOfMeter(type) || Hygiene.Instruments.IsOfPrometheus(type)
        || (method.Name is "Dispose" or "DisposeAsync" or "ConfigureAwait" && method.Parameters.Length <= 1));
}
