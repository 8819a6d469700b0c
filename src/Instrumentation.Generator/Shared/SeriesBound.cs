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
            if (TagSize.Of(tag, method, compilation, cancellation) is { } factor)
            {
                factors.Add(factor);
            }
        }

        if (declared.Error is { } error)
        {
            factors.Add(SeriesFactor.Of(ErrorTypeList.Tag(error), [.. ErrorTypeList.Names(ErrorTypeList.Types(error)), TagBound.Other, string.Empty])); // `other`, and none at all.
        }

        if (declared.Outcome is { } outcome)
        {
            factors.Add(declared.Outcomes.Count == 0 ? new SeriesFactor(outcome, DefaultOutcomes, string.Empty) : SeriesFactor.Of(outcome, declared.Outcomes));
        }

        var samples = Samples(declared.Metric);
        if (samples > 1)
        {
            factors.Add(new SeriesFactor("samples", samples, string.Empty));
        }

        return factors;
    }

    /// <summary>Their product; the largest number where it is more.</summary>
    public static long Product(IEnumerable<SeriesFactor> factors) =>
        factors.Aggregate(1L, static (product, factor) => product > long.MaxValue / factor.Count ? long.MaxValue : product * factor.Count);

    /// <summary>Declarations of a metric, those together that make the same series: the same tags with the same values.</summary>
    public static IEnumerable<IGrouping<object, T>> Together<T>(IEnumerable<T> declarations, Func<T, IReadOnlyList<SeriesFactor>> factors)
        where T : class => declarations.GroupBy(one => Series(factors(one)) ?? (object)one);

    private static string? Series(IReadOnlyList<SeriesFactor> factors) => factors.Any(static factor => factor.Values is null) ? null
        : string.Concat(factors.OrderBy(static factor => factor.Name, StringComparer.Ordinal).Select(static factor => $"{factor.Name}\u001f{factor.Values}\u001e"));

    /// <summary>How many samples one set of labels has: of a histogram its buckets, <c>+Inf</c>, sum and count.</summary>
    private static int Samples(MetricDeclaration metric) => metric.Kind switch
    {
        MetricDeclaration.Histogram => (metric.Buckets.Length == 0 ? BucketBounds.Default.Count : metric.Buckets.Count(static letter => letter == ',') + 1) + 3,
        MetricDeclaration.Summary => 2,
        _ => 1,
    };
}
