using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Instrumentation.Metrics;
using Instrumentation.Runtime.Tests.Infrastructure;
using Instrumentation.Tracing;
using Instrumentation.Weaving;

namespace Instrumentation.Runtime.Tests;

/// <summary>What goes wrong inside is told to whoever asks the event source.</summary>
public sealed class EventSourceTests
{
    [Fact]
    public void Manifest_IsValid() => Assert.NotNull(EventSource.GenerateManifest(typeof(Counter).Assembly.GetType("Instrumentation.Diagnostics.InstrumentationEventSource")!, assemblyPathToIncludeInManifest: null, EventManifestOptions.Strict));

    [Fact]
    public async Task Troubles_AreEach_AnEventThatNamesThem()
    {
        using var events = new Events();
        using var meter = new Meter("EventSourceTests");
        using var source = new ActivitySource("EventSourceTests");
        MetricRegistry.StartCollecting();

        _ = MetricRegistry.Counter("events_conflict_total", "");
        _ = MetricRegistry.Gauge("events_conflict_total", "");
        CallScope.ExpressionFailed(new InvalidOperationException("events_expression"));
        meter.CreateObservableGauge("events_callback", static int () => throw new InvalidOperationException("events_callback_failed"));
        MetricRegistry.Histogram("events_meet", "", [1]).Record(0, 1);
        MetricRegistry.Gauge("events_meet_count", "").Set(0, 1);
        using var listener = new ActivityListener { ShouldListenTo = candidate => ReferenceEquals(candidate, source), Sample = static (ref ActivityCreationOptions<ActivityContext> _) => throw new InvalidOperationException("events_sampler") };
        ActivitySource.AddActivityListener(listener);
        GuardedSpan.Start(source, "span", ActivityKind.Internal);
        var many = meter.CreateCounter<int>("events.many");
        for (var i = 0; i < 2_100; i++)
        {
            many.Add(1, new KeyValuePair<string, object?>("n", i));
        }

        await Exposed.FamiliesAsync();

        Assert.Contains(("ConflictingDeclaration", "events_conflict_total"), events.Seen);
        Assert.Contains(events.Seen, static seen => seen.Name == "ExpressionFailed" && seen.Text.Contains("events_expression", StringComparison.Ordinal));
        Assert.Contains(events.Seen, static seen => seen.Name == "Failed" && seen.Text.Contains("events_callback_failed", StringComparison.Ordinal));
        Assert.Contains(("NamesCollide", "events_meet_count events_meet"), events.Seen);
        Assert.Contains(events.Seen, static seen => seen.Name == "ListenerFailed" && seen.Text.Contains("events_sampler", StringComparison.Ordinal));
        Assert.Contains(("SeriesLimitReached", "events.many EventSourceTests"), events.Seen);
        Assert.DoesNotContain(events.Seen, static seen => seen.Name == "EventSourceMessage"); // How an event source says that an event is wrong.
    }

    private sealed class Events : EventListener
    {
        private readonly ConcurrentQueue<(string Name, string Text)> _seen = new();

        public IReadOnlyCollection<(string Name, string Text)> Seen => _seen;

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Instrumentation")
            {
                EnableEvents(eventSource, EventLevel.LogAlways);
            }
        }

        // The base constructor may call it before the queue is there.
        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            _seen?.Enqueue((eventData.EventName ?? "", string.Join(' ', eventData.Payload ?? (IReadOnlyList<object?>)[])));
    }
}
