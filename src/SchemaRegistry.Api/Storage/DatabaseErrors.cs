using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SchemaRegistry.Api.Storage;

/// <summary>What SQLite's errors mean for who runs the registry.</summary>
internal static class DatabaseErrors
{
    /// <summary>Why the database cannot do what it was asked, in words that a client may see; <see langword="null"/> where the statement was wrong and not the database.</summary>
    public static string? Reason(SqliteException exception) => exception.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => "the disk is full",
        raw.SQLITE_IOERR => "the disk cannot be read or written",
        raw.SQLITE_READONLY => "the database is read-only",
        raw.SQLITE_PERM or raw.SQLITE_AUTH or raw.SQLITE_CANTOPEN => "the database file cannot be opened",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "the database file is damaged",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program has the database locked",
        raw.SQLITE_NOMEM => "there is no memory left",
        _ => null,
    };

    /// <summary>The same for the operator, with what to do.</summary>
    public static string Advice(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => "the disk is full. Make room",
        SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } =>
            "it is damaged, or no SQLite database. Move it away together with its -wal and -shm files and put a back-up in its place",
        SqliteException { SqliteErrorCode: raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM } or UnauthorizedAccessException =>
            "the folder and the file must be readable and writable for the user that runs the registry",
        SqliteException sqlite when Reason(sqlite) is { } reason => reason,
        _ => exception.Message,
    };
}
