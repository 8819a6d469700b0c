using System.Diagnostics;

namespace Instrumentation;

/// <summary>An item of a channel or queue together with the context of whoever put it there (<see cref="Envelope.Wrap"/>).</summary>
/// <typeparam name="T">Type of the item.</typeparam>
public readonly struct Envelope<T>
{
    internal Envelope(T item, FlowContext context)
    {
        Item = item;
        Context = context;
    }

    /// <summary>The item.</summary>
    public T Item { get; }

    /// <summary>The producer's context.</summary>
    public FlowContext Context { get; }

    /// <summary>Goes on in the producer's context until the result is disposed; see <see cref="FlowContext.Open"/>.</summary>
    /// <param name="consumer">Name of the consumer, which is the name of its span; a constant.</param>
    public FlowScope Open(string consumer) => Context.Open(consumer, ActivityKind.Consumer);
}
