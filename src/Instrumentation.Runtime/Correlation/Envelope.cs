namespace Instrumentation;

/// <summary>
/// Carries correlation id, trace context and baggage through a channel or queue inside the process. Without it the consumer has the context of the
/// moment when it began to read, or none.
/// </summary>
/// <example>
/// <code>
/// var channel = Channel.CreateUnbounded&lt;Envelope&lt;Order&gt;&gt;();
/// await channel.Writer.WriteAsync(Envelope.Wrap(order));
///
/// await foreach (var envelope in channel.Reader.ReadAllAsync())
/// {
///     using var scope = envelope.Open("ship order");    // CorrelationContext.Id, Activity.Current and baggage are the producer's
///     await ShipAsync(envelope.Item);
/// }
/// </code>
/// </example>
public static class Envelope
{
    /// <summary>Puts an item into an envelope with the context of the work at hand, where there is any.</summary>
    /// <typeparam name="T">Type of the item.</typeparam>
    /// <param name="item">The item.</param>
    public static Envelope<T> Wrap<T>(T item) => new(item, FlowContext.Capture());
}
