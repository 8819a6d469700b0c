using System.Globalization;
using Instrumentation.Integration.Tests.Infrastructure;

namespace Instrumentation.Shapes.Tests.Infrastructure;

/// <summary>How often each metric was recorded, read as a scraper reads it.</summary>
internal static class Recorded
{
    /// <summary>One line for each metric that differs; empty where none does. A histogram is named by its <c>_count</c>.</summary>
    public static async Task<string> DifferenceAsync(IReadOnlyDictionary<string, int> expected)
    {
        var counts = Sum(await Scraped.TextAsync(), expected.Keys.ToHashSet(StringComparer.Ordinal));
        return string.Join("\n", expected
            .Select(pair => (pair.Key, pair.Value, Actual: counts.GetValueOrDefault(pair.Key)))
            .Where(static metric => metric.Value != metric.Actual)
            .Select(static metric => $"{metric.Key}: {metric.Value} calls were to be recorded, {metric.Actual} were"));
    }

    private static Dictionary<string, int> Sum(string text, HashSet<string> names)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            var end = line.IndexOfAny(['{', ' ']);
            if (end > 0 && names.Contains(line[..end]))
            {
                var value = double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
                counts[line[..end]] = counts.GetValueOrDefault(line[..end]) + (int)value;
            }
        }

        return counts;
    }
}
