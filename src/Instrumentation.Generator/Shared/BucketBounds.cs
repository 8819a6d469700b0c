using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>The declared buckets of a histogram. What is refused here falls back to the default ones; the analyzers say why.</summary>
internal static class BucketBounds
{
    /// <summary>Those of a histogram that declares none.</summary>
    public static IReadOnlyList<double> Default { get; } = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10];

    /// <summary>The bounds; null where none are declared.</summary>
    public static IReadOnlyList<double>? Of(AttributeData attribute) =>
        attribute.Elements("Buckets") is { } bounds ? [.. bounds.Select(static bound => bound.Value is double value ? value : double.NaN)] : null;

    /// <summary>Why they are no buckets; null where they are.</summary>
    public static string? WhyNot(IReadOnlyList<double> bounds)
    {
        if (bounds.Count == 0)
        {
            return "an empty list has no bound; leave it out for the default buckets";
        }

        if (bounds.Any(static bound => double.IsNaN(bound) || double.IsInfinity(bound)))
        {
            return "a bound must be a finite number; '+Inf' is always there";
        }

        for (var i = 1; i < bounds.Count; i++)
        {
            if (bounds[i].Equals(bounds[i - 1]))
            {
                return $"{Text(bounds[i])} is there twice";
            }

            if (bounds[i] < bounds[i - 1])
            {
                return $"{Text(bounds[i])} comes after {Text(bounds[i - 1])}; sort them upwards";
            }
        }

        return null;
    }

    private static string Text(double bound) => bound.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
