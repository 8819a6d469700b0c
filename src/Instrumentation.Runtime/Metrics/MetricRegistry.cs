using Instrumentation.Diagnostics;
using Instrumentation.Metrics.Meters;
using Instrumentation.Metrics.Observed;

namespace Instrumentation.Metrics;

/// <summary>The instruments of the process. Generated code asks for them once, when its class is first used.</summary>
public static class MetricRegistry
{
    private const string DurationUnit = "seconds";

    /// <summary>Bucket bounds where none are declared, in seconds.</summary>
    private static readonly double[] s_defaultBounds = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10];

    private static bool s_isCollecting;

    /// <summary>
    /// Whether somebody reads the series; while nobody does, generated code passes calls straight through. A listener to the meter <c>Instrumentation</c>
    /// (the OpenTelemetry SDK, dotnet-counters) is a reader.
    /// </summary>
    public static bool IsCollecting => s_isCollecting || (OwnMeter.IsListened && StartRecording());

    internal static FamilySet Families { get; } = new();

    /// <summary>
    /// Starts recording, for good: a reader exists or will. Called by <c>AddInstrumentation</c>; calls before it are not recorded.
    /// From now on the other meters of the process are listened to as well, for the exposition.
    /// </summary>
    public static void StartCollecting()
    {
        StartRecording();
        ForeignMeters.Start();
    }

    /// <summary>The counter of a declaration.</summary>
    public static Counter Counter(string name, string description, params TagDimension[] tags) => Counter(name, description, unit: null, tags);

    /// <summary>The counter of a declaration with a unit.</summary>
    public static Counter Counter(string name, string description, string? unit, params TagDimension[] tags) =>
        new(Family(name, MetricKind.Counter, description, unit, tags), tags);

    /// <summary>The duration histogram of a declaration.</summary>
    /// <param name="name">Name of the metric.</param>
    /// <param name="description">Help text.</param>
    /// <param name="buckets">Upper bounds in seconds, ascending; <see langword="null"/> for the default ones.</param>
    /// <param name="tags">The tags, most significant first.</param>
    public static DurationHistogram Duration(string name, string description, double[]? buckets, params TagDimension[] tags) =>
        new(Family(name, MetricKind.Histogram, description, DurationUnit, tags, Buckets.Clean(buckets ?? s_defaultBounds)), tags);

    /// <summary>The duration histogram of a declaration whose recordings a counter counts: its count is the counter's value too, so that nobody adds to that.</summary>
    /// <param name="name">Name of the metric.</param>
    /// <param name="description">Help text.</param>
    /// <param name="buckets">Upper bounds in seconds, ascending; <see langword="null"/> for the default ones.</param>
    /// <param name="counter">The counter. Its tags have as many values as the histogram's, so that an index means a series of each.</param>
    /// <param name="tags">The tags, most significant first.</param>
    public static DurationHistogram Duration(string name, string description, double[]? buckets, Counter counter, params TagDimension[] tags) =>
        new(Family(name, MetricKind.Histogram, description, DurationUnit, tags, Buckets.Clean(buckets ?? s_defaultBounds)), tags, counter);

    /// <summary>The value histogram of a declaration.</summary>
    /// <param name="name">Name of the metric.</param>
    /// <param name="description">Help text.</param>
    /// <param name="buckets">Upper bounds in the value's unit, ascending; <see langword="null"/> for the default ones.</param>
    /// <param name="tags">The tags, most significant first.</param>
    public static ValueHistogram Histogram(string name, string description, double[]? buckets, params TagDimension[] tags) => Histogram(name, description, unit: null, buckets, tags);

    /// <summary>The value histogram of a declaration with a unit.</summary>
    /// <param name="name">Name of the metric.</param>
    /// <param name="description">Help text.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="buckets">Upper bounds in that unit, ascending; <see langword="null"/> for the default ones.</param>
    /// <param name="tags">The tags, most significant first.</param>
    public static ValueHistogram Histogram(string name, string description, string? unit, double[]? buckets, params TagDimension[] tags) =>
        new(Family(name, MetricKind.Histogram, description, unit, tags, Buckets.Clean(buckets ?? s_defaultBounds)), tags);

    /// <summary>The summary of a declaration that measures durations: their sum and count, no buckets.</summary>
    public static DurationHistogram DurationSummary(string name, string description, params TagDimension[] tags) =>
        new(Family(name, MetricKind.Summary, description, DurationUnit, tags), tags);

    /// <summary>The summary of a declaration that measures durations and whose recordings a counter counts.</summary>
    public static DurationHistogram DurationSummary(string name, string description, Counter counter, params TagDimension[] tags) =>
        new(Family(name, MetricKind.Summary, description, DurationUnit, tags), tags, counter);

    /// <summary>The summary of a declaration that records values: their sum and count, no buckets.</summary>
    public static ValueHistogram Summary(string name, string description, params TagDimension[] tags) => Summary(name, description, unit: null, tags);

    /// <summary>The summary of a declaration that records values, with their unit: their sum and count, no buckets.</summary>
    public static ValueHistogram Summary(string name, string description, string? unit, params TagDimension[] tags) =>
        new(Family(name, MetricKind.Summary, description, unit, tags), tags);

    /// <summary>The up-down counter of a declaration.</summary>
    public static UpDownCounter UpDownCounter(string name, string description, params TagDimension[] tags) => UpDownCounter(name, description, unit: null, tags);

    /// <summary>The up-down counter of a declaration with a unit.</summary>
    public static UpDownCounter UpDownCounter(string name, string description, string? unit, params TagDimension[] tags) =>
        new(Family(name, MetricKind.UpDownCounter, description, unit, tags), tags);

    /// <summary>The gauge of a declaration that sets it.</summary>
    public static Gauge Gauge(string name, string description, params TagDimension[] tags) => Gauge(name, description, unit: null, tags);

    /// <summary>The gauge of a declaration that sets it, with a unit.</summary>
    public static Gauge Gauge(string name, string description, string? unit, params TagDimension[] tags) =>
        new(Family(name, MetricKind.Gauge, description, unit, tags), tags);

    /// <summary>The gauge of a declaration that is read from live objects.</summary>
    /// <typeparam name="T">Their class.</typeparam>
    /// <param name="name">Name of the metric.</param>
    /// <param name="description">Help text.</param>
    /// <param name="unit">Unit of the value; <see langword="null"/> where none is declared.</param>
    /// <param name="aggregate">What is shown where several objects have the same tags.</param>
    /// <param name="read">Reads an object's value; one that is not a number is left out.</param>
    /// <param name="series">Finds the index of an object's series; <see langword="null"/> where there is only one.</param>
    /// <param name="tags">The tags, most significant first.</param>
    public static ObservedGauge<T> ObservedGauge<T>(
        string name,
        string description,
        string? unit,
        GaugeAggregate aggregate,
        Func<T, double> read,
        Func<T, long>? series,
        params TagDimension[] tags)
        where T : class =>
        new(Family(name, MetricKind.ObservedGauge, description, unit, tags, aggregate: aggregate), read, series, tags);

    /// <summary>The gauge of a declaration that is read from a static member.</summary>
    /// <param name="name">Name of the metric.</param>
    /// <param name="description">Help text.</param>
    /// <param name="unit">Unit of the value; <see langword="null"/> where none is declared.</param>
    /// <param name="aggregate">What is shown where several members have the same tags.</param>
    /// <param name="read">Reads the value; one that is not a number is left out.</param>
    /// <param name="series">Finds the index of the series; <see langword="null"/> where there is only one.</param>
    /// <param name="tags">The tags, most significant first.</param>
    public static Instrument ObservedGauge(
        string name,
        string description,
        string? unit,
        GaugeAggregate aggregate,
        Func<double> read,
        Func<long>? series,
        params TagDimension[] tags)
    {
        var gauge = ObservedGauge<StaticMembers>(name, description, unit, aggregate, _ => read(), series is null ? null : _ => series(), tags);
        gauge.Observe(StaticMembers.Instance);
        return gauge;
    }

    /// <summary>The counter of a sum that somebody else keeps.</summary>
    /// <param name="name">Name of the metric.</param>
    /// <param name="description">Help text.</param>
    /// <param name="unit">Unit of the sum; <see langword="null"/> where none is declared.</param>
    /// <param name="read">Reads the sum of a series, by its index; what is not finite is left out.</param>
    /// <param name="tags">The tags, most significant first; closed ones, because every series is read.</param>
    public static ObservedCounter ObservedCounter(string name, string description, string? unit, Func<long, double> read, params ClosedTag[] tags)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new(Family(name, MetricKind.Counter, description, unit, tags), read, tags);
    }

    /// <summary>What is known of a metric; <see langword="null"/> where no declaration of it has been used yet.</summary>
    /// <param name="name">Its name.</param>
    public static MetricInfo? Find(string name) =>
        Families.Find(name) is { } family ? new MetricInfo(name, family.SeriesBound, family.Bounds) : null;

    /// <summary>Starts recording without listening to anybody else.</summary>
    /// <returns>Always <see langword="true"/>.</returns>
    internal static bool StartRecording()
    {
        Exemplars.Watch();
        return s_isCollecting = true;
    }

    // A name that is declared as two different things cannot be shown twice. The second declaration records into a family of its own
    // that nobody reads, and the conflict is reported: telemetry never throws into user code.
    private static MetricFamily Family(string name, MetricKind kind, string description, string? unit, TagDimension[] tags, double[]? bounds = null, GaugeAggregate aggregate = default)
    {
        var declared = new MetricFamily(name, kind, description, unit, bounds ?? [], aggregate);
        var family = Families.Find(declared);
        (family ?? declared).Widen(tags); // Who is told of the family asks for its bound.
        if (ReferenceEquals(family, declared))
        {
            declared.Publish();
        }

        if (family is null)
        {
            SelfMetrics.Conflict(declared.Name);
        }

        return family ?? declared;
    }
}
