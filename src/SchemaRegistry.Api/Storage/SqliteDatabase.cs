using System.Collections.Concurrent;
using Instrumentation;
using Instrumentation.AspNetCore.Health;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Http;

namespace SchemaRegistry.Api.Storage;

/// <summary>The database file: many readers at a time, one writer.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly string _connectionString;
    private readonly ConcurrentBag<SqliteSession> _idleReaders = [];
    private readonly Lazy<SqliteWriter> _writer;
    private FileStream? _lock;
    private int _reading;

    public SqliteDatabase(IOptions<RegistryOptions> options)
    {
        SqliteLibrary.Use();
        FilePath = FileIn(options.Value);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = FilePath, Pooling = false }.ToString();
        _writer = new Lazy<SqliteWriter>(() => new SqliteWriter(ConnectWriter));
    }

    /// <summary>Where the options put the file.</summary>
    public static string FileIn(RegistryOptions options) => Path.GetFullPath(Path.Combine(options.DataDirectory, "registry.db"));

    /// <summary>The file, with its full path.</summary>
    public string FilePath { get; }

    /// <summary>Makes the file where there is none and brings its tables up to date.</summary>
    /// <exception cref="DatabaseException">It cannot be used; the message says why.</exception>
    public void Open()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
            _lock = DatabaseLock.Take(FilePath);
            RequireContent();
            using var session = Connect();
            Migrations.Apply(session, FilePath);
            IntegrityCheck.Run(session, new FileInfo(FilePath).Length);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"The database {FilePath} cannot be opened: {DatabaseErrors.Advice(exception)}.", exception);
        }
    }

    /// <summary>Reads from one consistent state of the database.</summary>
    /// <remarks>SQLite has no asynchronous calls; a read takes microseconds and never waits for the writer.</remarks>
    [MetricCounter(DbMetrics.Errors, Description = DbMetrics.ErrorsText, When = Outcomes.Failure | Outcomes.Timeout)]
    [RejectedWhen(typeof(RegistryException))]
    [ErrorTypes(typeof(SqliteException), typeof(IOException))]
    public T Read<T>(Func<SqliteSession, T> read)
    {
        var session = Rent();
        Interlocked.Increment(ref _reading);
        try
        {
            var result = read(session);

            // Never more than there are threads that read at once, because a read holds its thread.
            _idleReaders.Add(session);
            return result;
        }
        catch
        {
            // Whatever state it is in, nobody shall inherit it.
            session.Dispose();
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _reading);
        }
    }

    /// <summary>How many connections there are; nothing limits those that read.</summary>
    public PoolStatistics Pool()
    {
        var (isWriting, isOpen) = _writer.IsValueCreated ? (_writer.Value.IsBusy, _writer.Value.IsOpen) : default;
        return new(Volatile.Read(ref _reading) + (isWriting ? 1 : 0), _idleReaders.Count + (isOpen && !isWriting ? 1 : 0), MaxConnections: 0);
    }

    /// <inheritdoc cref="SqliteWriter.WriteAsync"/>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellation) => _writer.Value.WriteAsync(write, cancellation);

    public void Dispose()
    {
        if (_writer.IsValueCreated)
        {
            _writer.Value.Dispose();
        }

        while (_idleReaders.TryTake(out var session))
        {
            session.Dispose();
        }

        _lock?.Dispose();
    }

    // SQLite takes an empty file for a new database, but none of ours is ever empty: who lost all that was in it shall not be given the same ids again.
    private void RequireContent()
    {
        if (new FileInfo(FilePath) is { Exists: true, Length: 0 })
        {
            throw new DatabaseException($"The database {FilePath} is empty, 0 bytes long. Put a back-up in its place, or remove it together with its -wal and -shm files to begin anew.");
        }
    }

    private SqliteSession ConnectWriter()
    {
        var session = Connect();

        // Registrations come in at random places of the indexes, so the writer keeps more pages at hand, and lets more of them change before it copies them from the log: 32 and 16 MiB.
        session.Run("PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4096;");
        return session;
    }

    [MetricHistogram(DbMetrics.PoolWait, Description = DbMetrics.PoolWaitText, Buckets = [.001, .005, .01, .025, .05, .1, .25, .5, 1])]
    [Tag("pool", Value = DbMetrics.Pool)]
    private SqliteSession Rent() => _idleReaders.TryTake(out var session) ? session : Connect();

    private SqliteSession Connect() => SqliteSession.Open(_connectionString);
}
