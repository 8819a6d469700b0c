using System.Collections.Concurrent;
using Instrumentation.Diagnostics;
using Instrumentation.Metrics.Observed;

namespace Instrumentation.Metrics;

/// <summary>The instruments of the process. Generated code asks for them once, when its class is first used.</summary>
public static class MetricRegistry
{
    /// <summary>Bucket bounds where none are declared, in seconds.</summary>
    private static readonly double[] s_defaultBounds = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10];

    private static readonly ConcurrentDictionary<string, MetricFamily> s_families = new(StringComparer.Ordinal);

    /// <summary>Whether somebody reads the series; while nobody does, generated code passes calls straight through.</summary>
    public static bool IsCollecting { get; private set; }

    internal static IEnumerable<MetricFamily> Families =>
        s_families.Values.OrderBy(static family => family.Name, StringComparer.Ordinal);

    /// <summary>Starts recording, for good: a reader exists or will. Called by <c>AddInstrumentation</c>; calls before it are not recorded.</summary>
    public static void StartCollecting() => IsCollecting = true;

    /// <summary>The counter of a declaration.</summary>
    public static Counter Counter(string name, string description, params TagDimension[] tags) =>
        new(Family(name, MetricKind.Counter, description, []), tags);

    /// <summary>The duration histogram of a declaration.</summary>
    /// <param name="name">Name of the metric.</param>
    /// <param name="description">Help text.</param>
    /// <param name="buckets">Upper bounds in seconds, ascending; <see langword="null"/> for the default ones.</param>
    /// <param name="tags">The tags, most significant first.</param>
    public static DurationHistogram Duration(string name, string description, double[]? buckets, params TagDimension[] tags) =>
        new(Family(name, MetricKind.Histogram, description, buckets ?? s_defaultBounds), tags);

    /// <summary>The value histogram of a declaration.</summary>
    /// <param name="name">Name of the metric.</param>
    /// <param name="description">Help text.</param>
    /// <param name="buckets">Upper bounds in the value's unit, ascending; <see langword="null"/> for the default ones.</param>
    /// <param name="tags">The tags, most significant first.</param>
    public static ValueHistogram Histogram(string name, string description, double[]? buckets, params TagDimension[] tags) =>
        new(Family(name, MetricKind.Histogram, description, buckets ?? s_defaultBounds), tags);

    /// <summary>The up-down counter of a declaration.</summary>
    public static UpDownCounter UpDownCounter(string name, string description, params TagDimension[] tags) =>
        new(Family(name, MetricKind.UpDownCounter, description, []), tags);

    /// <summary>The gauge of a declaration that sets it.</summary>
    public static Gauge Gauge(string name, string description, params TagDimension[] tags) =>
        new(Family(name, MetricKind.Gauge, description, []), tags);

    /// <summary>The gauge of a declaration that is read from live objects.</summary>
    /// <typeparam name="T">Their class.</typeparam>
    /// <param name="name">Name of the metric.</param>
    /// <param name="description">Help text.</param>
    /// <param name="aggregate">What is shown where several objects have the same tags.</param>
    /// <param name="read">Reads an object's value; one that is not a number is left out.</param>
    /// <param name="series">Finds the index of an object's series; <see langword="null"/> where there is only one.</param>
    /// <param name="tags">The tags, most significant first.</param>
    public static ObservedGauge<T> ObservedGauge<T>(
        string name,
        string description,
        GaugeAggregate aggregate,
        Func<T, double> read,
        Func<T, long>? series,
        params TagDimension[] tags)
        where T : class =>
        new(Family(name, MetricKind.ObservedGauge, description, [], aggregate), read, series, tags);

    /// <summary>The gauge of a declaration that is read from a static member.</summary>
    /// <param name="name">Name of the metric.</param>
    /// <param name="description">Help text.</param>
    /// <param name="aggregate">What is shown where several members have the same tags.</param>
    /// <param name="read">Reads the value; one that is not a number is left out.</param>
    /// <param name="series">Finds the index of the series; <see langword="null"/> where there is only one.</param>
    /// <param name="tags">The tags, most significant first.</param>
    public static Instrument ObservedGauge(
        string name,
        string description,
        GaugeAggregate aggregate,
        Func<double> read,
        Func<long>? series,
        params TagDimension[] tags)
    {
        var gauge = ObservedGauge<StaticMembers>(name, description, aggregate, _ => read(), series is null ? null : _ => series(), tags);
        gauge.Observe(StaticMembers.Instance);
        return gauge;
    }

    internal static void StopCollecting() => IsCollecting = false;

    // A name that is declared as two different things cannot be shown twice. The second declaration records into a family of its own
    // that nobody reads, and the conflict is counted: telemetry never throws into user code.
    private static MetricFamily Family(string name, MetricKind kind, string description, double[] bounds, GaugeAggregate aggregate = default)
    {
        var family = s_families.GetOrAdd(
            name,
            static (key, args) => new MetricFamily(key, args.kind, args.description, args.bounds, args.aggregate),
            (kind, description, bounds, aggregate));
        if (family.Agrees(kind, bounds, aggregate))
        {
            return family;
        }

        InstrumentationEventSource.Log.ConflictingDeclaration(name);
        return new MetricFamily(name, kind, description, bounds, aggregate);
    }
}
