using System.Runtime.CompilerServices;

namespace Instrumentation.Integration.Tests;

/// <summary>A task of one's own.</summary>
/// <param name="Inner">What it stands for.</param>
[AsyncMethodBuilder(typeof(OwnBuilder))]
public readonly record struct Own(Task Inner)
{
    /// <summary>Awaits it.</summary>
    public TaskAwaiter GetAwaiter() => Inner.GetAwaiter();
}

/// <summary>Builds an <see cref="Own"/>.</summary>
public struct OwnBuilder
{
    private AsyncTaskMethodBuilder _inner;

    /// <summary>How many were made.</summary>
    public static int Made { get; private set; }

    /// <summary>Makes one.</summary>
    public static OwnBuilder Create()
    {
        Made++;
        return new() { _inner = AsyncTaskMethodBuilder.Create() };
    }

    /// <summary>What it builds.</summary>
    public Own Task => new(_inner.Task);

    /// <summary>Starts the method.</summary>
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => _inner.Start(ref stateMachine);

    /// <summary>Nothing.</summary>
    public void SetStateMachine(IAsyncStateMachine stateMachine) => _inner.SetStateMachine(stateMachine);

    /// <summary>Ends the method.</summary>
    public void SetResult() => _inner.SetResult();

    /// <summary>Ends the method.</summary>
    public void SetException(Exception exception) => _inner.SetException(exception);

    /// <summary>Waits.</summary>
    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => _inner.AwaitOnCompleted(ref awaiter, ref stateMachine);

    /// <summary>Waits.</summary>
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => _inner.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
}

/// <summary>The framework's, and counts the methods that it runs.</summary>
/// <typeparam name="T">Of the result.</typeparam>
public struct CountingBuilder<T>
{
    private AsyncValueTaskMethodBuilder<T> _inner;

    /// <summary>How many were made.</summary>
    public static int Made { get; private set; }

    /// <summary>Makes one.</summary>
    public static CountingBuilder<T> Create()
    {
        Made++;
        return new() { _inner = AsyncValueTaskMethodBuilder<T>.Create() };
    }

    /// <summary>What it builds.</summary>
    public ValueTask<T> Task => _inner.Task;

    /// <summary>Starts the method.</summary>
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => _inner.Start(ref stateMachine);

    /// <summary>Nothing.</summary>
    public void SetStateMachine(IAsyncStateMachine stateMachine) => _inner.SetStateMachine(stateMachine);

    /// <summary>Ends the method.</summary>
    public void SetResult(T result) => _inner.SetResult(result);

    /// <summary>Ends the method.</summary>
    public void SetException(Exception exception) => _inner.SetException(exception);

    /// <summary>Waits.</summary>
    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => _inner.AwaitOnCompleted(ref awaiter, ref stateMachine);

    /// <summary>Waits.</summary>
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => _inner.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
}
