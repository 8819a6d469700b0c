using System.Diagnostics.Tracing;

namespace Instrumentation.Diagnostics;

/// <summary>What the library has to say about itself; read with <c>dotnet-trace collect --providers Instrumentation</c>.</summary>
[EventSource(Name = "Instrumentation")]
internal sealed class InstrumentationEventSource : EventSource
{
    public static readonly InstrumentationEventSource Log = new();

    [Event(1, Level = EventLevel.Error, Message = "Metric '{0}' is declared twice with different kinds or buckets; the later declaration is not shown. Make the declarations agree.")]
    public void ConflictingDeclaration(string metric) => WriteEvent(1, metric);

    [Event(2, Level = EventLevel.Warning, Message = "An expression of a tag or value threw and was left out: {0}")]
    public void ExpressionFailed(string error) => WriteEvent(2, error);
}
