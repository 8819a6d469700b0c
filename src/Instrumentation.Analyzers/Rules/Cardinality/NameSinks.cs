using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>Finds the names of instruments, spans and tags.</summary>
internal static class NameSinks
{
    /// <summary>The name that a call gives to an instrument; null where it makes none.</summary>
    public static IOperation? OfInstrument(IInvocationOperation call, SinkSymbols symbols) =>
        call.TargetMethod.Name.StartsWith("Create", StringComparison.Ordinal)
        && (SinkSymbols.Same(call.TargetMethod.ContainingType, symbols.Meter) || (symbols.HasPrometheusNet && call.TargetMethod.ContainingType.Name is "Metrics" or "MetricFactory" or "IMetricFactory" && call.TargetMethod.ContainingNamespace.Is("Prometheus")))
            ? Named(call)
            : null;

    /// <summary>The name that a call gives to a span; null where it starts none, or takes the caller's name.</summary>
    public static IOperation? OfSpan(IInvocationOperation call, SinkSymbols symbols) =>
        call.TargetMethod.Name is "StartActivity" or "CreateActivity" && SinkSymbols.Same(call.TargetMethod.ContainingType, symbols.ActivitySource) ? Named(call) : null;

    private static IOperation? Named(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument is { Parameter: { Name: "name", Type.SpecialType: SpecialType.System_String }, ArgumentKind: ArgumentKind.Explicit })
            {
                return argument.Value;
            }
        }

        return null;
    }
}
