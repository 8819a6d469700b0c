using System.Collections.Concurrent;
using Instrumentation;
using Microsoft.Data.Sqlite;
using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Storage;

/// <summary>The one writer: what waits is written in one transaction, each write in a savepoint of its own, and all of it is answered when that is on disk.</summary>
/// <remarks>A disk takes milliseconds to say that something is written, however much it is; what comes meanwhile shares the next one.</remarks>
internal sealed partial class SqliteWriter : IDisposable
{
    // Bounds what one failing commit takes along, and how long the first of a batch waits for the last.
    private const int MaxBatch = 256;

    private readonly BlockingCollection<PendingWrite> _waiting = [];
    private readonly Func<SqliteSession> _open;
    private readonly Thread _thread;
    private SqliteSession? _session;

    public SqliteWriter(Func<SqliteSession> open)
    {
        _open = open;

        // A thread of its own: waiting for the disk would hold one of the pool's.
        _thread = new Thread(Run) { IsBackground = true, Name = "registry writer" };
        _thread.Start();
    }

    /// <summary>Whether it is writing now.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Whether it has a connection.</summary>
    public bool IsOpen => _session is not null;

    /// <summary>Writes all or nothing; returns when it is on disk.</summary>
    /// <exception cref="InvalidOperationException">The registry is shutting down.</exception>
    [MetricCounter(DbMetrics.Errors, Description = DbMetrics.ErrorsText, When = Outcomes.Failure | Outcomes.Timeout)]
    [RejectedWhen(typeof(RegistryException))]
    [ErrorTypes(typeof(SqliteException), typeof(IOException))]
    public async partial Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellation)
    {
        T? result = default;
        var pending = new PendingWrite(session => result = write(session), cancellation);
        _waiting.Add(pending, CancellationToken.None);
        var turn = TakeTurnAsync(pending);
        await pending.Answer;
        await turn;
        return result!;
    }

    /// <summary>Ends when all that waits is written.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        _thread.Join();
        _session?.Dispose();
        _waiting.Dispose();
    }

    [MetricHistogram(DbMetrics.PoolWait, Description = DbMetrics.PoolWaitText, Buckets = [.001, .005, .01, .025, .05, .1, .25, .5, 1])]
    [Tag("pool", Value = DbMetrics.Pool)]
    private static Task TakeTurnAsync(PendingWrite pending) => pending.Turn;

    private void Run()
    {
        var batch = new List<PendingWrite>();
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            IsBusy = true;
            batch.Add(first);
            while (batch.Count < MaxBatch && _waiting.TryTake(out var next))
            {
                batch.Add(next);
            }

            Write(batch);
            batch.Clear();
            IsBusy = false;
        }
    }

    private void Write(List<PendingWrite> batch)
    {
        try
        {
            _session ??= _open();
            _session.Execute("BEGIN IMMEDIATE");
            foreach (var write in batch)
            {
                write.Run(_session);
            }

            SearchIndex.Complete(_session);
            _session.Execute("COMMIT");
        }
        catch (Exception exception)
        {
            // Closing the connection rolls back; nothing of the batch is there.
            _session?.Dispose();
            _session = null;
            batch.ForEach(write => write.Fail(exception));
            return;
        }

        batch.ForEach(static write => write.Complete());
    }
}
