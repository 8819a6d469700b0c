using System.Collections.Concurrent;
using System.Diagnostics;
using Instrumentation.Metrics;

namespace Instrumentation.Testing;

/// <summary>
/// What instrumented code records in a test: in the flow of execution that <see cref="Start"/> was called in and all that starts from it
/// (<c>await</c>, <c>Task.Run</c>, threads), and nowhere else, so that tests may run in parallel.
/// </summary>
/// <example>
/// <code>
/// using var capture = TelemetryCapture.Start();
///
/// await store.AddAsync(order);
///
/// capture.Counter("orders_total").RecordedOnce(("format", "avro"));
/// capture.Histogram("store_duration_seconds").RecordedOnce(("outcome", "success"));
/// capture.Span("OrderStore.AddAsync").StoppedOnce();
/// </code>
/// </example>
/// <remarks>
/// Metrics are those of <c>Instrumentation</c>'s own instruments, bounded tags and overflow included; gauges that are read from live objects
/// (observed) record nothing by themselves and are not seen. Spans are those of every <see cref="ActivitySource"/>, or of the ones named. What a server
/// handles on threads of its own is another flow. A capture switches recording on for the rest of the process.
/// </remarks>
public sealed class TelemetryCapture : RecordingObserver
{
    private readonly ConcurrentQueue<Recording> _recordings = new();
    private readonly ConcurrentDictionary<Activity, bool> _running = new();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;
    private readonly MeterRecordings _byHand;

    private TelemetryCapture(string[] sources)
    {
        _listener = new ActivityListener
        {
            // A span without a source is not asked about; it may be of any flow.
            ShouldListenTo = source => source.Name.Length > 0 && (sources.Length == 0 || sources.Contains(source.Name, StringComparer.Ordinal)),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => IsInFlow ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            SampleUsingParentId = (ref ActivityCreationOptions<string> _) => IsInFlow ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStarted = activity =>
            {
                if (IsInFlow)
                {
                    _running.TryAdd(activity, true);
                }
            },
            ActivityStopped = activity =>
            {
                // It may stop in another flow than it was started in.
                if (_running.TryRemove(activity, out _))
                {
                    _spans.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
        _byHand = new MeterRecordings(() => IsInFlow);
    }

    /// <summary>Everything recorded so far, in order.</summary>
    public IReadOnlyList<Recording> Recordings => [.. _recordings];

    /// <summary>The spans that have stopped so far, in the order in which they did.</summary>
    public IReadOnlyList<Activity> Spans => [.. _spans];

    /// <summary>Begins to capture in the flow at hand; dispose it in the same method.</summary>
    /// <param name="sources">Names of the <see cref="ActivitySource"/>s, which are assembly names, whose spans are captured; none for all.</param>
    public static TelemetryCapture Start(params string[] sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return new TelemetryCapture(sources);
    }

    /// <summary>What a counter or up-down counter recorded.</summary>
    /// <param name="metric">Name of the metric.</param>
    public MetricAssertions Counter(string metric) => Of(metric);

    /// <summary>What a histogram recorded; durations in seconds.</summary>
    /// <param name="metric">Name of the metric.</param>
    public MetricAssertions Histogram(string metric) => Of(metric);

    /// <summary>What a gauge was set to.</summary>
    /// <param name="metric">Name of the metric.</param>
    public MetricAssertions Gauge(string metric) => Of(metric);

    /// <summary>The stopped spans of a name.</summary>
    /// <param name="name">The name, as given when the span started.</param>
    public SpanAssertions Span(string name) => new(name, Spans);

    /// <summary>Demands that no other metrics than these have recorded anything.</summary>
    /// <param name="metrics">Names of metrics; a trailing <c>*</c> stands for any rest.</param>
    /// <exception cref="TelemetryAssertionException">Another one has.</exception>
    public void RecordedNothingBut(params string[] metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        var others = Recordings.Where(recording => !Array.Exists(metrics, metric => Matches(recording.Metric, metric))).ToList();
        if (others.Count > 0)
        {
            throw new TelemetryAssertionException($"Expected recordings of {string.Join(", ", metrics)} only; there were also:{Failure.Lines(others)}");
        }
    }

    /// <summary>
    /// Demands that every tag had a value of its own: none was <c>other</c>, which stands for what lies outside a declared set or past a bound.
    /// </summary>
    /// <exception cref="TelemetryAssertionException">One was.</exception>
    public void RecordedNoOther()
    {
        var others = Recordings.Where(static recording => recording.HasOther).ToList();
        if (others.Count > 0)
        {
            throw new TelemetryAssertionException($"Expected every value to be a known one; these series have a tag with the value '{TagDimension.Other}':{Failure.Lines(others)}");
        }
    }

    /// <summary>
    /// Demands that every series is one that an attribute declares, in an assembly of the process: a metric of that name, with these tags, and every value one of its own, none
    /// <c>other</c>. What code records by hand, to instruments of <see cref="Metrics.MetricRegistry"/> or to a <see cref="System.Diagnostics.Metrics.Meter"/> of its own, is outside the catalogue.
    /// </summary>
    /// <param name="others">Names of metrics that no attribute declares and that are expected nevertheless; a trailing <c>*</c> stands for any rest.</param>
    /// <remarks>
    /// Meters of the platform (<c>System.*</c>, <c>Microsoft.*</c>), instruments that are only read (observable ones), and the counters by which <c>Instrumentation</c> tells of itself
    /// (<c>instrumentation_*</c>) are not asked for.
    /// </remarks>
    /// <exception cref="TelemetryAssertionException">A series is not; the message says of each why.</exception>
    public void RecordedNoSeriesOutsideTheCatalogue(params string[] others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var catalogue = Catalogue.OfProcess();
        var outside = Recordings.Where(static recording => !Matches(recording.Metric, "instrumentation_*")).Concat(_byHand.All)
            .Where(recording => !Array.Exists(others, metric => Matches(recording.Metric, metric)))
            .Select(recording => (Recording: recording, Why: catalogue.WhyOutside(recording)))
            .Where(static series => series.Why is not null)
            .Select(static series => $"{series.Recording}: {series.Why}")
            .ToList();
        if (outside.Count > 0)
        {
            throw new TelemetryAssertionException($"Expected no series outside the catalogue; there were:{Failure.Lines(outside)}");
        }
    }

    /// <inheritdoc />
    protected override void OnRecorded(string metric, IReadOnlyList<KeyValuePair<string, string>> tags, double value) =>
        _recordings.Enqueue(new Recording(metric, tags, value));

    /// <inheritdoc />
    protected override void Close()
    {
        _listener.Dispose();
        _byHand.Dispose();
    }

    private MetricAssertions Of(string metric)
    {
        ArgumentException.ThrowIfNullOrEmpty(metric);
        return new MetricAssertions(metric, Recordings);
    }

    private static bool Matches(string name, string pattern) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;
}
