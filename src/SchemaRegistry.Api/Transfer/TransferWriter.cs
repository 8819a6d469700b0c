using System.Text.Json;
using Microsoft.Data.Sqlite;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Schemas.Contracts;
using SchemaRegistry.Api.Storage;

namespace SchemaRegistry.Api.Transfer;

/// <summary>Writes a database as JSON lines: first the registry, then schemas, versions, configurations and modes, each with its ids.</summary>
internal static class TransferWriter
{
    /// <summary>Writes one consistent state, a line at a time; others may read and write meanwhile.</summary>
    /// <returns>How many lines were written.</returns>
    public static long Write(SqliteSession session, Stream output)
    {
        session.Run("BEGIN");
        var count = 0L;
        foreach (var line in Registry(session).Concat(Schemas(session)).Concat(Versions(session)).Concat(Configs(session)).Concat(Modes(session)))
        {
            JsonSerializer.Serialize(output, line, RegistryJson.Of<TransferLine>());
            output.WriteByte((byte)'\n');
            count++;
        }

        session.Run("COMMIT");
        return count;
    }

    private static IEnumerable<TransferLine> Registry(SqliteSession session) => session.Stream(
        "SELECT value FROM counters WHERE name = 'schema'",
        static row => new TransferLine { Kind = TransferKind.Registry, Format = TransferLine.CurrentFormat, LastId = row.GetInt64(0) });

    private static IEnumerable<TransferLine> Schemas(SqliteSession session) => session.Stream(
        "SELECT id, identity, content, copy, format, text, reference_list, metadata, rule_set FROM schemas ORDER BY id",
        static row => new TransferLine
        {
            Kind = TransferKind.Schema,
            Id = row.GetInt64(0),
            Identity = row.GetFieldValue<byte[]>(1),
            Content = row.GetFieldValue<byte[]>(2),
            Copy = row.GetInt32(3),
            SchemaType = row.GetString(4),
            Schema = row.GetString(5),
            References = SchemaRows.Parse<IReadOnlyList<SchemaReference>>(row, 6),
            Metadata = SchemaRows.Parse<SchemaMetadata>(row, 7),
            RuleSet = SchemaRows.Parse<RuleSet>(row, 8),
        });

    private static IEnumerable<TransferLine> Versions(SqliteSession session) => session.Stream(
        """
        SELECT v.id, u.name, v.version, v.schema_id, v.text, v.created_at, v.deleted, n.state, n.description, n.tags, n.metadata, n.updated_at
        FROM versions v JOIN subjects u ON u.id = v.subject_id LEFT JOIN notes n ON n.version_id = v.id ORDER BY v.id
        """,
        static row => new TransferLine
        {
            Kind = TransferKind.Version,
            Id = row.GetInt64(0),
            Subject = row.GetString(1),
            Version = row.GetInt32(2),
            SchemaId = row.GetInt64(3),
            Schema = row.IsDBNull(4) ? null : row.GetString(4),
            RegisteredAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
            Deleted = row.GetBoolean(6) ? true : null,
            Note = row.IsDBNull(7) ? null : Note(row),
        });

    private static TransferNote Note(SqliteDataReader row) => new(
        row.GetString(7),
        row.IsDBNull(8) ? null : row.GetString(8),
        SchemaRows.Parse<IReadOnlyList<string>>(row, 9)!,
        SchemaRows.Parse<IReadOnlyDictionary<string, string>>(row, 10)!,
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(11)));

    private static IEnumerable<TransferLine> Configs(SqliteSession session) => session.Stream(
        "SELECT subject, settings FROM configs ORDER BY subject",
        static row => new TransferLine { Kind = TransferKind.Config, Subject = Named(row.GetString(0)), Settings = SchemaRows.Parse<ConfigSettings>(row, 1) });

    private static IEnumerable<TransferLine> Modes(SqliteSession session) => session.Stream(
        "SELECT subject, mode FROM modes ORDER BY subject",
        static row => new TransferLine { Kind = TransferKind.Mode, Subject = Named(row.GetString(0)), Mode = row.GetString(1) });

    // The tables call the global setting that of the empty subject.
    private static string? Named(string subject) => subject.Length == 0 ? null : subject;
}
