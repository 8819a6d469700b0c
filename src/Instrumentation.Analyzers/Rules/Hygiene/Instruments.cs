using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>The instruments of <c>System.Diagnostics.Metrics</c> and prometheus-net, known by name: most code has none, and pays for a comparison of names.</summary>
internal static class Instruments
{
    /// <summary>What a type of instrument is; null for any other type. Observable instruments record by their callback and are none of these.</summary>
    public static InstrumentKind? KindOf(ITypeSymbol? type) => type is INamedTypeSymbol named && ByName(named) is { } kind && (IsOfMeter(named) || IsOfPrometheus(named)) ? kind : null;

    /// <summary>Whether the type is one of <c>System.Diagnostics.Metrics</c>.</summary>
    public static bool IsOfMeter(ITypeSymbol? type) =>
        type?.ContainingNamespace is { Name: "Metrics", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>Whether the type is one of prometheus-net.</summary>
    public static bool IsOfPrometheus(ITypeSymbol? type) => type?.ContainingNamespace is { Name: "Prometheus", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>The field, property, local or parameter that holds the instrument a member is used on, behind <c>WithLabels</c> and <c>?.</c>.</summary>
    public static ISymbol? Holder(IOperation? instance) => instance switch
    {
        IFieldReferenceOperation field => field.Field.OriginalDefinition,
        IPropertyReferenceOperation property => property.Property.OriginalDefinition,
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IConversionOperation conversion => Holder(conversion.Operand),
        IInvocationOperation { TargetMethod.Name: "WithLabels" or "Labels" or "WithExtendLifetimeOnUse", Instance: { } inner } => Holder(inner),
        IConditionalAccessInstanceOperation => Holder(Accessed(instance)),
        _ => null,
    };

    /// <summary>What stands before the <c>?.</c> that an operation belongs to.</summary>
    public static IOperation? Accessed(IOperation instance)
    {
        IOperation? inner = instance;
        for (var current = instance.Parent; current is not null; inner = current, current = current.Parent)
        {
            if (current is IConditionalAccessOperation access && access.WhenNotNull == inner)
            {
                return access.Operation;
            }
        }

        return null;
    }

    private static InstrumentKind? ByName(INamedTypeSymbol type) => type.Name switch
    {
        "Counter" or "ICounter" => InstrumentKind.Counter,
        "UpDownCounter" => InstrumentKind.UpDownCounter,
        "Gauge" or "IGauge" => InstrumentKind.Gauge,
        "Histogram" or "IHistogram" => InstrumentKind.Histogram,
        "Summary" or "ISummary" => InstrumentKind.Summary,
        "Child" when type.ContainingType is { } outer => ByName(outer),
        "ICollector" or "Collector" or "IManagedLifetimeMetricHandle" when type.TypeArguments.Length > 0 && type.TypeArguments[0] is INamedTypeSymbol child => ByName(child),
        _ => null,
    };
}
