using System.Diagnostics;
using System.Globalization;

namespace Instrumentation.Testing;

/// <summary>The stopped spans of one name, as they were when the capture was asked for them. Tags that an assertion does not name may have any value.</summary>
public sealed class SpanAssertions
{
    private readonly string _name;
    private readonly IReadOnlyList<Activity> _all;

    internal SpanAssertions(string name, IReadOnlyList<Activity> all)
    {
        _name = name;
        _all = all;
    }

    /// <summary>Demands exactly one stopped span with these tags.</summary>
    /// <param name="tags">The tags; values are compared with <see cref="object.Equals(object, object)"/>.</param>
    /// <returns>The span.</returns>
    /// <exception cref="TelemetryAssertionException">There was none, or several.</exception>
    public Activity StoppedOnce(params (string Name, object? Value)[] tags) => Stopped(1, tags)[0];

    /// <summary>Demands a number of stopped spans with these tags.</summary>
    /// <param name="times">How many; 0 or more.</param>
    /// <param name="tags">The tags.</param>
    /// <returns>The spans.</returns>
    /// <exception cref="TelemetryAssertionException">There were more or fewer.</exception>
    public IReadOnlyList<Activity> Stopped(int times, params (string Name, object? Value)[] tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        var found = _all.Where(span => span.OperationName == _name && Array.TrueForAll(tags, tag => Equals(span.GetTagItem(tag.Name), tag.Value))).ToList();
        return found.Count == times
            ? found
            : throw new TelemetryAssertionException(string.Create(
                CultureInfo.InvariantCulture,
                $"Expected {times} stopped spans '{_name}'{Failure.Tags(tags)}, found {found.Count}. Stopped:{Failure.Lines([.. _all.Select(Describe)])}"));
    }

    private static string Describe(Activity span) =>
        $"{span.OperationName}{Failure.Tags([.. span.TagObjects.Select(static tag => (tag.Key, tag.Value))])} {span.Status}";
}
