using System.Collections.Concurrent;
using System.Diagnostics;

namespace Instrumentation.Integration.Tests.Infrastructure;

/// <summary>Records the finished spans of this assembly that descend from the test's own root span, so that parallel tests do not meet.</summary>
internal sealed class SpanRecorder : IDisposable
{
    private static readonly ActivitySource s_tests = new("Tests.Root");

    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _stopped = new();

    public SpanRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "Tests.Root" or "Instrumentation.Integration.Tests",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (Root is not null && activity.TraceId == Root.TraceId)
                {
                    _stopped.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
        Root = s_tests.StartActivity("root") ?? throw new InvalidOperationException("Nobody listens to the tests' own source.");
    }

    public Activity Root { get; }

    public IReadOnlyList<Activity> Stopped => [.. _stopped];

    public void Dispose()
    {
        Root.Dispose();
        _listener.Dispose();
    }
}
