using Microsoft.Data.Sqlite;

namespace SchemaRegistry.Api.Storage;

/// <summary>One connection and the statements that it has prepared; used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    private SqliteSession(SqliteConnection connection) => _connection = connection;

    public static SqliteSession Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        var session = new SqliteSession(connection);

        // FULL: an answered registration survives not only kill -9 but the loss of power.
        session.Run("PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
        return session;
    }

    /// <summary>A connection that changes nothing, not even a setting of the file.</summary>
    public static SqliteSession OpenReadOnly(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        var session = new SqliteSession(connection);
        session.Run("PRAGMA busy_timeout = 5000;");
        return session;
    }

    /// <summary>Whether a transaction is under way; SQLite ends it by itself after some errors.</summary>
    public bool IsInTransaction => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <summary>Runs a script that takes no values.</summary>
    public void Run(string script)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement with its values in the order of <c>$1</c>, <c>$2</c> …; returns the number of changed rows.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>The first row, or nothing.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Bind(sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    /// <summary>The first row that is wanted, or nothing.</summary>
    public T? FirstWhere<T>(string sql, Func<SqliteDataReader, bool> isWanted, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Bind(sql, values).ExecuteReader();
        while (reader.Read())
        {
            if (isWanted(reader))
            {
                return read(reader);
            }
        }

        return default;
    }

    /// <summary>Looks at one row after the other, as long as it is told to go on.</summary>
    public void Walk(string sql, Func<SqliteDataReader, bool> look, params ReadOnlySpan<object?> values)
    {
        using var reader = Bind(sql, values).ExecuteReader();
        while (reader.Read() && look(reader))
        {
            // What it sees is for the one who looks.
        }
    }

    /// <summary>Every row.</summary>
    public IReadOnlyList<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Bind(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Every row, one at a time: for more of them than should be in memory at once.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var reader = Bind(sql, []).ExecuteReader();
        while (reader.Read())
        {
            yield return read(reader);
        }
    }

    /// <summary>Copies the whole database into another file by SQLite's online back-up; others read and write meanwhile.</summary>
    public void CopyTo(SqliteConnection copy) => _connection.BackupDatabase(copy);

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            _prepared.Add(sql, command);
        }

        command.Parameters.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(ParameterNames.Of(i), values[i] ?? DBNull.Value);
        }

        return command;
    }
}
