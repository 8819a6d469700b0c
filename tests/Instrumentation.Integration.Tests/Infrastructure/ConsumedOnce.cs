using System.Threading.Tasks.Sources;

namespace Instrumentation.Integration.Tests.Infrastructure;

/// <summary>A source that counts how often its result is taken, as a pooled one must not be asked twice.</summary>
internal sealed class ConsumedOnce(bool pending = false) : IValueTaskSource<string>
{
    private Action? _continuation;
    private bool _pending = pending;

    public int Consumed { get; private set; }

    public void Finish()
    {
        _pending = false;
        _continuation?.Invoke();
    }

    public string GetResult(short token)
    {
        Consumed++;
        return Consumed == 1 ? "done" : throw new InvalidOperationException("Consumed twice.");
    }

    public ValueTaskSourceStatus GetStatus(short token) => _pending ? ValueTaskSourceStatus.Pending : ValueTaskSourceStatus.Succeeded;

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _continuation = () => continuation(state);
}
