namespace Instrumentation.Weaving;

/// <summary>Something generated that records calls of members which are instrumented themselves, a decorator or a class whose methods are woven: it owns those calls.</summary>
public interface IInstrumentedDecorator
{
    /// <summary>Whether it records the member, so that whoever calls it must not.</summary>
    /// <param name="member">The interface's member, or the overridden method, by its documentation id.</param>
    bool Records(string member);
}
