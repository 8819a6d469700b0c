using System.Diagnostics;

namespace Instrumentation.Weaving.Sequences;

/// <summary>The state of one enumeration's call: begun by the first step, recorded once when it is disposed.</summary>
/// <remarks>Its span is the current one inside each step only; between the steps the consumer has its own.</remarks>
internal struct Enumeration<TCall>(TCall call)
    where TCall : struct, ISequenceCall
{
    private TCall _call = call;
    private bool _begun;
    private bool _ended;
    private Exception? _failure;

    /// <summary>Enters a step; returns the consumer's span, which <see cref="CallScope.LeaveTo"/> gives back.</summary>
    public Activity? Enter()
    {
        var consumer = Activity.Current;
        if (_begun)
        {
            _call.Resume();
        }
        else
        {
            _begun = true;
            _call.Begin();
        }

        return consumer;
    }

    /// <summary>Enters the disposal, which belongs to a call that has begun; returns the consumer's span.</summary>
    public Activity? EnterEnd()
    {
        var consumer = Activity.Current;
        if (_begun && !_ended)
        {
            _call.Resume();
        }

        return consumer;
    }

    /// <summary>An exception filter that notes the failure and lets it pass; always <see langword="false"/>.</summary>
    public bool Notice(Exception failure)
    {
        _failure = failure;
        return false;
    }

    /// <summary>Records the call, if it ever began; a sequence that was left early is a success.</summary>
    public void End()
    {
        if (!_begun || _ended)
        {
            return;
        }

        _ended = true;
        _call.Record(_failure is null ? CallOutcome.Success : CallOutcomes.Of(_failure), _failure, default);
    }
}
