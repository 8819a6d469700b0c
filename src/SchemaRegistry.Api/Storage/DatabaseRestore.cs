using System.Globalization;
using Microsoft.Data.Sqlite;
using SchemaRegistry.Api.Transfer;

namespace SchemaRegistry.Api.Storage;

/// <summary>Replaces a database by a back-up of it. At each moment one of the two is there, complete.</summary>
internal static class DatabaseRestore
{
    private static readonly string[] s_logs = ["-wal", "-shm"];

    /// <param name="backup">The back-up.</param>
    /// <param name="target">The database, whose lock the caller holds.</param>
    /// <returns>The file with what was there before; <see langword="null"/> where nothing was.</returns>
    /// <exception cref="TransferException">The back-up is none, or damaged; nothing was changed.</exception>
    public static string? Run(string backup, string target)
    {
        if (!File.Exists(backup))
        {
            throw new TransferException($"There is no file {backup}.");
        }

        var part = target + ".restoring";
        File.Delete(part);
        using (var source = DatabaseFile.OpenReadOnly(backup))
        {
            Check(source, backup);
            DatabaseFile.Write(source, part);
        }

        if (!File.Exists(target))
        {
            File.Move(part, target);
            return null;
        }

        Settle(target);
        var kept = string.Create(CultureInfo.InvariantCulture, $"{target}.before-{DateTime.UtcNow:yyyyMMdd'T'HHmmssfff'Z'}");
        File.Copy(target, kept);
        foreach (var log in s_logs.Where(log => File.Exists(target + log)))
        {
            File.Move(target + log, kept + log);
        }

        File.Move(part, target, overwrite: true);
        return kept;
    }

    private static void Check(SqliteSession source, string backup)
    {
        try
        {
            Migrations.RequireKnown(source, backup);
            var findings = source.All("PRAGMA integrity_check(10)", static row => row.GetString(0));
            if (findings is not ["ok"])
            {
                throw new TransferException($"{backup} is damaged: {string.Join("; ", findings)}. Nothing was changed; take another back-up.");
            }
        }
        catch (SqliteException exception)
        {
            throw new TransferException($"{backup} is no back-up of a registry, or damaged: {exception.Message} Nothing was changed; take another file.", exception);
        }
    }

    // What is in the log goes into the file, so that the file alone is all there was. One that is damaged is kept as it is, with its log.
    private static void Settle(string target)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // The log is moved beside the kept file.
        }
    }
}
