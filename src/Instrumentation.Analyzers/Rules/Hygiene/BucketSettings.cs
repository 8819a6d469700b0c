using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>The properties that set a histogram's buckets in libraries other than ours.</summary>
internal static class BucketSettings
{
    /// <summary>The list that an assignment gives a histogram for its buckets; null for any other assignment.</summary>
    public static IOperation? Of(ISimpleAssignmentOperation assignment) => assignment.Target is IPropertyReferenceOperation { Property: { ContainingType: { } type } property } && (property.Name, type.Name) switch
    {
        ("HistogramBucketBoundaries", "InstrumentAdvice") => true,
        ("Boundaries", "ExplicitBucketHistogramConfiguration") => true,
        ("Buckets", "HistogramConfiguration") => Instruments.IsOfPrometheus(type),
        _ => false,
    }
        ? assignment.Value
        : null;
}
