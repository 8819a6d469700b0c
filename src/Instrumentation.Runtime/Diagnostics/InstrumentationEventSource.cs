using System.Diagnostics.Tracing;

namespace Instrumentation.Diagnostics;

/// <summary>What the library has to say about itself; read with <c>dotnet-trace collect --providers Instrumentation</c>.</summary>
[EventSource(Name = "Instrumentation")]
internal sealed class InstrumentationEventSource : EventSource
{
    public static readonly InstrumentationEventSource Log = new();

    [Event(1, Level = EventLevel.Error, Message = "Metric '{0}' is declared twice with different kinds, units or buckets; the later declaration is not shown. Make the declarations agree.")]
    public void ConflictingDeclaration(string metric) => WriteEvent(1, metric);

    [Event(2, Level = EventLevel.Warning, Message = "An expression of a tag or value threw and was left out: {0}")]
    public void ExpressionFailed(string error) => WriteEvent(2, error);

    [Event(3, Level = EventLevel.Warning, Message = "A logger threw when a failed call was logged: {0}")]
    public void LoggerFailed(string error) => WriteEvent(3, error);

    [Event(4, Level = EventLevel.Warning, Message = "Calls of '{1}' through '{0}' are not measured: of an open generic class one registration can be decorated, and none whose class looks at its key. Register the closed types that are used.")]
    public void NotDecorated(string service, string implementation) => WriteEvent(4, service, implementation);

    [Event(5, Level = EventLevel.Error, Message = "A part of telemetry failed ({0}) and what it measured was left out: {1}")]
    public void Failed(string part, string error) => WriteEvent(5, part, error);

    [Event(6, Level = EventLevel.Warning, Message = "Instrument '{0}' of meter '{1}' has more series than are shown one by one; the rest is shown as otel_metric_overflow. Bound its tags.")]
    public void SeriesLimitReached(string instrument, string meter) => WriteEvent(6, instrument, meter);

    [Event(7, Level = EventLevel.Error, Message = "Metric '{0}' is left out of the exposition: its samples would have the names of those of '{1}'. Rename one of them.")]
    public void NamesCollide(string metric, string other) => WriteEvent(7, metric, other);

    [Event(8, Level = EventLevel.Warning, Message = "A sampler or listener of spans threw: {0}")]
    public void ListenerFailed(string error) => WriteEvent(8, error);
}
