using System.Collections.Concurrent;
using Instrumentation.AspNetCore.Health;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Hosting;

namespace SchemaRegistry.Api.Storage;

/// <summary>The database file: many readers at a time, one writer.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly string _connectionString;
    private readonly ConcurrentBag<SqliteSession> _idleReaders = [];
    private readonly SemaphoreSlim _writing = new(1, 1);
    private SqliteSession? _writer;
    private int _reading;

    public SqliteDatabase(IOptions<RegistryOptions> options)
    {
        FilePath = Path.GetFullPath(Path.Combine(options.Value.DataDirectory, "registry.db"));
        _connectionString = new SqliteConnectionStringBuilder { DataSource = FilePath, Pooling = false }.ToString();
    }

    /// <summary>The file, with its full path.</summary>
    public string FilePath { get; }

    /// <summary>Makes the file where there is none and brings its tables up to date.</summary>
    public void Open()
    {
        SQLitePCL.Batteries_V2.Init();
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        using var session = SqliteSession.Open(_connectionString);
        Migrations.Apply(session);
    }

    /// <summary>Reads from one consistent state of the database.</summary>
    /// <remarks>SQLite has no asynchronous calls; a read takes microseconds and never waits for the writer.</remarks>
    public T Read<T>(Func<SqliteSession, T> read)
    {
        if (!_idleReaders.TryTake(out var session))
        {
            session = SqliteSession.Open(_connectionString);
        }

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
    public PoolStatistics Pool() => new(Volatile.Read(ref _reading) + (_writing.CurrentCount == 0 ? 1 : 0), _idleReaders.Count + (_writer is not null && _writing.CurrentCount > 0 ? 1 : 0), MaxConnections: 0);

    /// <summary>Writes all or nothing; returns when it is on disk.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            _writer ??= SqliteSession.Open(_connectionString);
            _writer.Execute("BEGIN IMMEDIATE");
            var result = write(_writer);
            _writer.Execute("COMMIT");
            return result;
        }
        catch
        {
            // Closing the connection rolls back.
            _writer?.Dispose();
            _writer = null;
            throw;
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        while (_idleReaders.TryTake(out var session))
        {
            session.Dispose();
        }

        _writer?.Dispose();
        _writing.Dispose();
    }
}
