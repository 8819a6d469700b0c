namespace Instrumentation.Metrics;

/// <summary>Bucket bounds: inclusive upper bounds, ascending, without <c>+Inf</c>.</summary>
internal static class Buckets
{
    /// <summary>The bounds in order and each once; <c>+Inf</c> is implied, and what is not a number bounds nothing.</summary>
    public static double[] Clean(IEnumerable<double> declared) => [.. declared.Where(static bound => bound < double.PositiveInfinity).Distinct().Order()];

    /// <summary>The bucket of a value. Most values fall into one of the first: a scan beats a binary search.</summary>
    public static int IndexOf(double[] bounds, double value)
    {
        var bucket = 0;
        while (bucket < bounds.Length && value > bounds[bucket])
        {
            bucket++;
        }

        return bucket;
    }
}
