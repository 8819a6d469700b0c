using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;

namespace Instrumentation.OpenTelemetry.Propagation;

/// <summary>
/// Writes the context of the work at hand into a message's headers and reads it there, with the propagator that OpenTelemetry was given
/// (<see cref="Propagators.DefaultTextMapPropagator"/>: W3C trace context and baggage), and the correlation id.
/// </summary>
/// <example>
/// <code>
/// MessageContext.Inject(message.Headers, static (headers, name, value) =&gt; headers[name] = value);
///
/// var context = MessageContext.Extract(message.Headers, static (headers, name) =&gt; headers.TryGetValue(name, out var value) ? [value] : []);
/// using var scope = context.Open("ship order");
/// </code>
/// </example>
public static class MessageContext
{
    /// <summary>Writes the headers.</summary>
    /// <typeparam name="TCarrier">What holds the headers.</typeparam>
    /// <param name="carrier">The headers.</param>
    /// <param name="set">Sets one of them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="set"/> is null.</exception>
    public static void Inject<TCarrier>(TCarrier carrier, Action<TCarrier, string, string> set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var context = FlowContext.Capture();
        var baggage = context.Baggage.Count == 0 ? default : default(Baggage).SetBaggage(context.Baggage);
        Propagators.DefaultTextMapPropagator.Inject(new PropagationContext(context.Parent, baggage), carrier, set);
        if (context.CorrelationId is { } id)
        {
            set(carrier, CorrelationHandler.DefaultHeader, id);
        }
    }

    /// <summary>Reads the headers. What is invalid is left out, as if it had not been sent.</summary>
    /// <typeparam name="TCarrier">What holds the headers.</typeparam>
    /// <param name="carrier">The headers.</param>
    /// <param name="get">Gets the values of one of them; none where it is not there.</param>
    /// <exception cref="ArgumentNullException"><paramref name="get"/> is null.</exception>
    public static FlowContext Extract<TCarrier>(TCarrier carrier, Func<TCarrier, string, IEnumerable<string>?> get)
    {
        ArgumentNullException.ThrowIfNull(get);
        var context = Propagators.DefaultTextMapPropagator.Extract(default, carrier, get);

        // Several ids would leave open which one counts.
        var ids = get(carrier, CorrelationHandler.DefaultHeader)?.Take(2).ToArray();
        return new FlowContext(ids is [var id] ? id : null, context.ActivityContext, BaggageOf(context.Baggage));
    }

    private static KeyValuePair<string, string?>[] BaggageOf(Baggage baggage) =>
        [.. baggage.GetBaggage().Select(static item => new KeyValuePair<string, string?>(item.Key, item.Value))];
}
