using System.Globalization;

namespace Instrumentation.Testing;

/// <summary>What one metric recorded, as it was when the capture was asked for it. Tags that an assertion does not name may have any value.</summary>
public sealed class MetricAssertions
{
    private readonly string _metric;
    private readonly IReadOnlyList<Recording> _all;

    internal MetricAssertions(string metric, IReadOnlyList<Recording> all)
    {
        _metric = metric;
        _all = all;
    }

    /// <summary>The values recorded with these tags, in order.</summary>
    /// <param name="tags">The tags.</param>
    public IReadOnlyList<double> Values(params (string Name, string Value)[] tags) => [.. Matching(tags).Select(static recording => recording.Value)];

    /// <summary>The sum of the values recorded with these tags.</summary>
    /// <param name="tags">The tags.</param>
    public double Total(params (string Name, string Value)[] tags) => Matching(tags).Sum(static recording => recording.Value);

    /// <summary>Demands exactly one recording with these tags.</summary>
    /// <param name="tags">The tags.</param>
    /// <returns>The recording.</returns>
    /// <exception cref="TelemetryAssertionException">There was none, or several.</exception>
    public Recording RecordedOnce(params (string Name, string Value)[] tags) => Recorded(1, tags)[0];

    /// <summary>Demands a number of recordings with these tags.</summary>
    /// <param name="times">How many; 0 or more.</param>
    /// <param name="tags">The tags.</param>
    /// <returns>The recordings.</returns>
    /// <exception cref="TelemetryAssertionException">There were more or fewer.</exception>
    public IReadOnlyList<Recording> Recorded(int times, params (string Name, string Value)[] tags)
    {
        var matching = Matching(tags);
        return matching.Count == times
            ? matching
            : throw new TelemetryAssertionException($"Expected {_metric}{Failure.Tags(tags)} to be recorded {Times(times)}, but it was {Times(matching.Count)}. {Found()}");
    }

    /// <summary>Demands that nothing was recorded with these tags.</summary>
    /// <param name="tags">The tags.</param>
    /// <exception cref="TelemetryAssertionException">Something was.</exception>
    public void RecordedNothing(params (string Name, string Value)[] tags) => Recorded(0, tags);

    /// <summary>Demands that the values with these tags come to a sum: what a counter has risen by.</summary>
    /// <param name="total">The sum.</param>
    /// <param name="tags">The tags.</param>
    /// <exception cref="TelemetryAssertionException">They come to another.</exception>
    public void RecordedTotal(double total, params (string Name, string Value)[] tags)
    {
        var found = Total(tags);
        if (!found.Equals(total))
        {
            throw new TelemetryAssertionException(string.Create(
                CultureInfo.InvariantCulture, $"Expected {_metric}{Failure.Tags(tags)} to come to {total}, but it came to {found}. {Found()}"));
        }
    }

    private List<Recording> Matching((string Name, string Value)[] tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return [.. _all.Where(recording => recording.Metric == _metric && recording.Has(tags))];
    }

    // A misspelt name has no recordings of its own: then all are shown.
    private string Found()
    {
        var own = _all.Where(recording => recording.Metric == _metric).ToList();
        return own.Count > 0 ? $"Recorded:{Failure.Lines(own)}" : $"Nothing was recorded under this name. Recorded:{Failure.Lines(_all)}";
    }

    private static string Times(int count) => count switch
    {
        0 => "never",
        1 => "once",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} times"),
    };
}
