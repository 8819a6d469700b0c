using System.Diagnostics;
using Instrumentation.Tracing;

namespace Instrumentation;

/// <summary>
/// What belongs to a piece of work and must go with it where the execution context does not flow, through a queue or a message: correlation id, trace context and
/// baggage. A value of its own: it keeps no span alive, and taking it allocates nothing unless there is baggage.
/// </summary>
public readonly struct FlowContext
{
    private static readonly ActivitySource s_source = Spans.Source("Instrumentation", typeof(FlowContext).Assembly.GetName().Version?.ToString(3) ?? string.Empty);

    private readonly IReadOnlyCollection<KeyValuePair<string, string?>>? _baggage;

    /// <summary>A context that came from elsewhere.</summary>
    /// <param name="correlationId">The correlation id; one that is not <see cref="CorrelationContext.IsWellFormed">well-formed</see> is left out.</param>
    /// <param name="parent">The span that the work belongs to; <see langword="default"/> for none.</param>
    /// <param name="baggage">The baggage; <see langword="null"/> for none.</param>
    public FlowContext(string? correlationId, ActivityContext parent, IReadOnlyCollection<KeyValuePair<string, string?>>? baggage = null)
        : this(parent, baggage, correlationId is not null && CorrelationContext.IsWellFormed(correlationId) ? correlationId : null)
    {
    }

    private FlowContext(ActivityContext parent, IReadOnlyCollection<KeyValuePair<string, string?>>? baggage, string? correlationId)
    {
        CorrelationId = correlationId;
        Parent = parent;
        _baggage = baggage;
    }

    /// <summary>The correlation id, or <see langword="null"/>.</summary>
    public string? CorrelationId { get; }

    /// <summary>The span that the work belongs to, or <see langword="default"/>.</summary>
    public ActivityContext Parent { get; }

    /// <summary>The baggage, which may be empty.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string?>> Baggage => _baggage ?? [];

    /// <summary>Where baggage is kept beside the current span, if anywhere.</summary>
    internal static IBaggageStore? Store { get; private set; }

    /// <summary>Lets contexts carry the baggage of another library too; the last store counts. For packages that connect one.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="store"/> is null.</exception>
    public static void Use(IBaggageStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        Store = store;
    }

    /// <summary>The context of the work at hand.</summary>
    public static FlowContext Capture()
    {
        var activity = Activity.Current;
        return new FlowContext(activity is { IdFormat: ActivityIdFormat.W3C } ? activity.Context : default, CaptureBaggage(activity), CorrelationContext.Id);
    }

    /// <summary>
    /// Makes this context the current one until the result is disposed, in a span of its own: child of <see cref="Parent"/>, linked to the span
    /// that was current before; without a parent an ordinary child of that.
    /// </summary>
    /// <remarks>Where nobody wants the span, the trace goes on all the same: log lines and outgoing calls have its id.</remarks>
    /// <param name="spanName">Name of the span; a constant, it is what spans are grouped by.</param>
    /// <param name="kind">Kind of the span.</param>
    public FlowScope Open(string spanName, ActivityKind kind = ActivityKind.Consumer)
    {
        var before = Activity.Current;
        var scope = new FlowScope(CorrelationContext.Id, before, Store?.Current, StartSpan(spanName, kind, before));
        CorrelationContext.Restore(CorrelationId);
        if (Store is { } store)
        {
            store.Current = Baggage;
        }

        return scope;
    }

    private Activity? StartSpan(string name, ActivityKind kind, Activity? before)
    {
        IEnumerable<ActivityLink>? links = Parent != default && before is { IdFormat: ActivityIdFormat.W3C } ? [new ActivityLink(before.Context)] : null;
        var span = GuardedSpan.Start(s_source, name, kind, default, Parent, links) ?? Unrecorded(name);
        if (span is null)
        {
            return null;
        }

        foreach (var (key, value) in Baggage)
        {
            span.AddBaggage(key, value);
        }

        if (span.IsAllDataRequested && CorrelationId is not null)
        {
            span.SetTag("correlation_id", CorrelationId);
        }

        return span;
    }

    private Activity? Unrecorded(string name)
    {
        if (Parent == default)
        {
            return null;
        }

        var span = new Activity(name) { IsAllDataRequested = false, TraceStateString = Parent.TraceState };
        return span.SetParentId(Parent.TraceId, Parent.SpanId, Parent.TraceFlags).Start();
    }

    // Of both places; the span's own wins, it is nearer.
    private static Dictionary<string, string?>? CaptureBaggage(Activity? activity)
    {
        Dictionary<string, string?>? baggage = null;
        if (Store?.Current is { Count: > 0 } stored)
        {
            baggage = new Dictionary<string, string?>(stored, StringComparer.Ordinal);
        }

        if (activity is not null)
        {
            HashSet<string>? seen = null;
            foreach (var (key, value) in activity.Baggage)
            {
                // The newest of several with one name comes first.
                if ((seen ??= new HashSet<string>(StringComparer.Ordinal)).Add(key))
                {
                    (baggage ??= new Dictionary<string, string?>(StringComparer.Ordinal))[key] = value;
                }
            }
        }

        return baggage;
    }
}
