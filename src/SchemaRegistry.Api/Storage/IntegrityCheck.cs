using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SchemaRegistry.Api.Storage;

/// <summary>Looks at the start whether the file is whole. Of a large one only the list of subjects is; what it hides else is found when it is read, and answered with 503.</summary>
internal static class IntegrityCheck
{
    // It reads all of the file, about a gigabyte a second, and the start shall not wait for it.
    private const long MaxBytes = 256 * 1024 * 1024;

    /// <exception cref="SqliteException">It is damaged.</exception>
    public static void Run(SqliteSession session, long length)
    {
        if (length > MaxBytes)
        {
            // By the index that lists are read from, and by the one that counts are.
            session.First("SELECT COUNT(*), (SELECT SUM(live + deleted) FROM subjects INDEXED BY subjects_by_name) FROM subjects", static row => row.GetInt64(0));
        }
        else if (session.First("PRAGMA quick_check(1)", static row => row.GetString(0)) is { } finding and not "ok")
        {
            throw new SqliteException(finding, raw.SQLITE_CORRUPT);
        }
    }
}
