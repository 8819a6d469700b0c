namespace Instrumentation.Weaving;

/// <summary>A generated decorator that records calls of interface members which are instrumented themselves: it owns those calls.</summary>
public interface IInstrumentedDecorator
{
    /// <summary>Whether the decorator records the member, so that whoever calls it must not.</summary>
    /// <param name="member">The interface's member, by its documentation id.</param>
    bool Records(string member);
}
