using System.Globalization;
using System.Text;
using Instrumentation.GeneratorBenchmarks.Reporting;
using Instrumentation.HttpBenchmarks.Serving;

namespace Instrumentation.HttpBenchmarks.Driving;

/// <summary>Measures and writes the table.</summary>
internal static class Measurement
{
    private const int PairCount = 15;
    private const int Seconds = 2;

    /// <param name="args"><c>--write</c> and the page whose section <c>requests</c> becomes the table; nothing to see it only.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var quiet = await Pairs.RunAsync(Variant.Plain, Variant.Ours, PairCount, Seconds);
        var logging = await Pairs.RunAsync(Variant.PlainLogging, Variant.OursLogging, PairCount / 2, Seconds);
        var table = Table([("no line per request", quiet), ("lines: the framework's two, ours one", logging)]);
        Console.WriteLine(table);
        if (args is ["--write", var page])
        {
            MarkedSection.Replace(page, "requests", table);
        }

        return 0;
    }

    private static string Table((string Name, Pairs Pairs)[] rows)
    {
        var text = new StringBuilder("| | requests/s without | with | lost, median of pairs | spread | bytes per request without | with |\n|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (var (name, pairs) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {Median([.. pairs.Rates.Select(static rate => rate.Without)]):N0} | {Median([.. pairs.Rates.Select(static rate => rate.With)]):N0} ");
            text.Append(CultureInfo.InvariantCulture, $"| {Median(pairs.Losses):F1} % | {pairs.Losses[0]:F1} to {pairs.Losses[^1]:F1} % | {pairs.BytesWithout:N0} | {pairs.BytesWith:N0} |\n");
        }

        return text.ToString();
    }

    private static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
