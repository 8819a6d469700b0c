namespace SchemaRegistry.Api.Storage;

/// <summary>A write that waits for the writer; who sent it goes on when it is on disk, or has failed.</summary>
internal sealed class PendingWrite(Action<SqliteSession> write, CancellationToken cancellation)
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Who looks at it goes on at once, on the writer's own thread: it only notes the time.
    private readonly TaskCompletionSource _turn = new();
    private Exception? _error;

    public Task Answer => _answer.Task;

    /// <summary>Ends when the writer has come to it.</summary>
    public Task Turn => _turn.Task;

    /// <summary>Writes within a transaction; what it changed before it failed is taken back, and nothing of the others.</summary>
    /// <exception cref="Exception">SQLite has taken back the whole transaction.</exception>
    public void Run(SqliteSession session)
    {
        _turn.TrySetResult();

        // From here on it cannot be cancelled: who is told so would not know whether it was written.
        if (cancellation.IsCancellationRequested)
        {
            _error = new OperationCanceledException(cancellation);
            return;
        }

        session.Execute("SAVEPOINT one");
        try
        {
            write(session);
        }
        catch (Exception exception) when (session.IsInTransaction)
        {
            _error = exception;
            session.Execute("ROLLBACK TO one");
        }

        session.Execute("RELEASE one");
    }

    /// <summary>Answers: what was written is on disk.</summary>
    public void Complete()
    {
        if (_error is null)
        {
            _answer.SetResult();
        }
        else
        {
            Fail(_error);
        }
    }

    public void Fail(Exception reason)
    {
        // Where the writer did not come to it.
        _turn.TrySetResult();
        if (reason is OperationCanceledException)
        {
            _answer.SetCanceled(cancellation);
        }
        else
        {
            _answer.SetException(reason);
        }
    }
}
