namespace Instrumentation.Weaving.Sequences;

/// <summary>An asynchronous sequence of which each enumeration is one recorded call.</summary>
internal sealed class RecordedAsyncSequence<TCall, T>(IAsyncEnumerable<T> inner, TCall call) : IAsyncEnumerable<T>
    where TCall : struct, ISequenceCall
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new RecordedAsyncEnumerator<TCall, T>(inner.GetAsyncEnumerator(cancellationToken), call);
}
