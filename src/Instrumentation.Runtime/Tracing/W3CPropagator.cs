using System.Diagnostics;

namespace Instrumentation.Tracing;

/// <summary>
/// The framework's W3C propagator with stricter eyes: it reads <c>traceparent</c> and <c>tracestate</c> as the recommendation has it, where the framework's own loses
/// callers of a later version, cuts the state short and passes invalid state on (<c>docs/decisions/0005</c>).
/// </summary>
/// <remarks>ASP.NET Core uses it from the container; <c>AddAspNetCore</c> puts it there. What is written, and baggage, are the framework's.</remarks>
public sealed class W3CPropagator : DistributedContextPropagator
{
    private static readonly DistributedContextPropagator s_framework = CreateW3CPropagator();

    /// <inheritdoc />
    public override IReadOnlyCollection<string> Fields => s_framework.Fields;

    /// <inheritdoc />
    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) => s_framework.Inject(activity, carrier, setter);

    /// <inheritdoc />
    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
    {
        traceId = TraceParent.Normalize(Read(carrier, getter, "traceparent"));
        traceState = traceId is null ? null : TraceState.Normalize(Read(carrier, getter, "tracestate"));
    }

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) =>
        s_framework.ExtractBaggage(carrier, getter);

    // Several headers of one name are one list; two traceparents come to a text that is no traceparent.
    private static string? Read(object? carrier, PropagatorGetterCallback? getter, string name)
    {
        string? value = null;
        IEnumerable<string>? values = null;
        getter?.Invoke(carrier, name, out value, out values);
        return value ?? (values is null ? null : string.Join(',', values));
    }
}
