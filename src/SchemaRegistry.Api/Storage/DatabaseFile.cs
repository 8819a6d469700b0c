using Microsoft.Data.Sqlite;

namespace SchemaRegistry.Api.Storage;

/// <summary>Whole database files: copies that are there completely or not at all.</summary>
internal static class DatabaseFile
{
    private const string Unfinished = ".part";

    /// <summary>Copies a database into a new file, in which all is in one piece: no log beside it.</summary>
    /// <returns>How many versions are in it.</returns>
    /// <exception cref="IOException">The file is there already.</exception>
    public static long Write(SqliteSession source, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var part = file + Unfinished;
        File.Delete(part);
        try
        {
            var versions = Copy(source, part);
            Sync(part);
            File.Move(part, file, overwrite: false);
            return versions;
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Opens a file that is only read.</summary>
    public static SqliteSession OpenReadOnly(string file) => SqliteSession.OpenReadOnly(
        new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());

    private static long Copy(SqliteSession source, string part)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString());
        copy.Open();
        source.CopyTo(copy);
        using var command = copy.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE; SELECT COUNT(*) FROM versions";
        using var reader = command.ExecuteReader();
        reader.NextResult();
        reader.Read();
        return reader.GetInt64(0);
    }

    // What is renamed must be on disk before its name is.
    private static void Sync(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }
}
