using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>How many series a declaration of a metric can make at most: the numbers of values of its tags, and the samples of one set of labels, multiplied.</summary>
internal static class SeriesBound
{
    // Of an outcome whose names nobody changes.
    private const int DefaultOutcomes = 5;

    /// <summary>The factors; none where the metric has one series.</summary>
    public static IReadOnlyList<SeriesFactor> Factors(DeclaredMetric declared, Compilation compilation, CancellationToken cancellation)
    {
        var factors = new List<SeriesFactor>();
        var method = declared.Member as IMethodSymbol ?? ObservedMembers.Read(declared.Member);
        foreach (var tag in declared.Tags)
        {
            if (TagSize.Of(tag, method, compilation, cancellation) is { } count)
            {
                factors.Add(new SeriesFactor(tag.Name!, count));
            }
        }

        if (declared.Error is { } error)
        {
            factors.Add(new SeriesFactor(ErrorTypeList.Tag(error), ErrorTypeList.Types(error).Count + 2)); // `other`, and none at all.
        }

        if (declared.Outcome is { } outcome)
        {
            factors.Add(new SeriesFactor(outcome, declared.Outcomes.Count == 0 ? DefaultOutcomes : declared.Outcomes.Distinct(StringComparer.Ordinal).Count()));
        }

        var samples = Samples(declared.Metric);
        if (samples > 1)
        {
            factors.Add(new SeriesFactor("samples", samples));
        }

        return factors;
    }

    /// <summary>Their product; the largest number where it is more.</summary>
    public static long Product(IEnumerable<SeriesFactor> factors) =>
        factors.Aggregate(1L, static (product, factor) => product > long.MaxValue / factor.Count ? long.MaxValue : product * factor.Count);

    /// <summary>How many samples one set of labels has: of a histogram its buckets, <c>+Inf</c>, sum and count.</summary>
    private static int Samples(MetricDeclaration metric) => metric.Kind switch
    {
        MetricDeclaration.Histogram => (metric.Buckets.Length == 0 ? BucketBounds.Default.Count : metric.Buckets.Count(static letter => letter == ',') + 1) + 3,
        MetricDeclaration.Summary => 2,
        _ => 1,
    };
}
