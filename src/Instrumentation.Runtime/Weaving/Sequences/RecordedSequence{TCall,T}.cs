using System.Collections;

namespace Instrumentation.Weaving.Sequences;

/// <summary>A sequence of which each enumeration is one recorded call.</summary>
internal sealed class RecordedSequence<TCall, T>(IEnumerable<T> inner, TCall call) : IEnumerable<T>
    where TCall : struct, ISequenceCall
{
    public IEnumerator<T> GetEnumerator() => new RecordedEnumerator<TCall, T>(inner.GetEnumerator(), call);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
