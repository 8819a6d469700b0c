using System.Diagnostics;

namespace Instrumentation.Shapes.Tests.Infrastructure;

/// <summary>Listens to the spans of one assembly, so that its calls make some.</summary>
internal sealed class SpanListener : IDisposable
{
    private readonly ActivityListener _listener;

    public SpanListener(string assembly)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == assembly,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();
}
