using System.Collections.Concurrent;
using System.Diagnostics;

namespace Instrumentation.Runtime.Tests.Infrastructure;

/// <summary>Samples and keeps the library's own spans of one trace, so that parallel tests do not meet; other traces are not sampled.</summary>
internal sealed class SpanListener : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _stopped = new();

    public SpanListener(ActivityTraceId trace)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Instrumentation",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.TraceId == trace ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == trace && activity.Source.Name == "Instrumentation")
                {
                    _stopped.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public Activity Single => Assert.Single(_stopped);

    public void Dispose() => _listener.Dispose();
}
