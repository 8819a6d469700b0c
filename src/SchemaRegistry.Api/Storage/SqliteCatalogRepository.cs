using System.Text.Json;
using Instrumentation;
using Microsoft.Data.Sqlite;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;
using SchemaRegistry.Api.V1;

namespace SchemaRegistry.Api.Storage;

[Instrumented(DbMetrics.QueryDuration, Description = DbMetrics.QueryDurationText, OutcomeTag = "", Tags = ["query", "operation"],
    Buckets = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5])]
internal sealed class SqliteCatalogRepository(SqliteDatabase database) : ICatalogRepository
{
    private const string From =
        "FROM versions v JOIN subjects u ON u.id = v.subject_id JOIN schemas s ON s.id = v.schema_id LEFT JOIN notes n ON n.version_id = v.id WHERE v.deleted = 0";

    private const string Columns = $"{SchemaRows.VersionColumns}, n.state, n.description, n.tags, n.metadata, n.updated_at";

    // CROSS JOIN: in the order of the names, so that a page needs no sorting of all there is.
    private const string Matching =
        $"""
        FROM subjects u CROSS JOIN versions v ON v.subject_id = u.id CROSS JOIN schemas s ON s.id = v.schema_id LEFT JOIN notes n ON n.version_id = v.id
        WHERE v.deleted = 0 AND u.name >= $1 AND u.name < $1 || char(1114111)
            AND ($2 IS NULL OR s.format = $2)
            AND ($3 IS NULL OR COALESCE(n.state, 'ACTIVE') = $3)
            AND ($4 IS NULL OR instr(lower(u.name), lower($4)) OR instr(lower(s.text), lower($4)) OR instr(lower(n.description), lower($4)))
            AND ($5 IS NULL OR u.name GLOB $5)
            AND NOT EXISTS (SELECT 1 FROM json_each($6) wanted WHERE wanted.value NOT IN (SELECT value FROM json_each(COALESCE(n.tags, '[]'))))
            AND NOT EXISTS (SELECT 1 FROM json_each($7) wanted WHERE NOT EXISTS
                (SELECT 1 FROM json_each(COALESCE(n.metadata, CHAR(123, 125))) has WHERE has.key = wanted.key AND has.value = wanted.value))
        """;

    private const string PlainCount = "SELECT COALESCE(SUM(u.live), 0) FROM subjects u WHERE u.name >= $1 AND u.name < $1 || char(1114111)";

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "catalog_entry")]
    [Tag("operation", Value = "select")]
    public ValueTask<CatalogEntry?> FindAsync(long number, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => Find(session, number)));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "catalog_list")]
    [Tag("operation", Value = "select")]
    public ValueTask<CatalogPage> ListAsync(CatalogQuery query, CancellationToken cancellation) => ValueTask.FromResult(database.Read(session =>
    {
        if (query.IsPlain)
        {
            return new CatalogPage(
                new VersionPage(query.Prefix, LatestOnly: false, DeletedVersions.Hidden, query.Page).Read(session, Columns, "LEFT JOIN notes n ON n.version_id = v.id", Read),
                session.First(PlainCount, static row => row.GetInt32(0), query.Prefix));
        }

        object?[] wanted =
        [
            query.Prefix,
            query.Format is { } format ? SchemaFormats.WireName(format) : null,
            query.State is { } state ? LifecycleStates.WireName(state) : null,
            string.IsNullOrEmpty(query.Text) ? null : query.Text,
            string.IsNullOrEmpty(query.Pattern) ? null : query.Pattern,
            SchemaRows.Write(query.Tags),
            SchemaRows.Write(query.Metadata),
        ];
        var entries = session.All(
            $"SELECT {Columns} {Matching} ORDER BY u.name, v.version LIMIT $8 OFFSET $9", Read, [.. wanted, query.Page.Limit, query.Page.Offset]);
        return new CatalogPage(entries, session.First($"SELECT COUNT(*) {Matching}", static row => row.GetInt32(0), wanted));
    }));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "change_note")]
    [Tag("operation", Value = "update")]
    public Task<CatalogEntry?> ChangeAsync(long number, Func<VersionNote, VersionNote> change, CancellationToken cancellation) => database.WriteAsync(
        session =>
        {
            if (Find(session, number) is not { } entry)
            {
                return null;
            }

            var note = change(entry.Note);
            session.Execute(
                """
                INSERT INTO notes (version_id, state, description, tags, metadata, updated_at) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT DO UPDATE SET state = excluded.state, description = excluded.description, tags = excluded.tags,
                    metadata = excluded.metadata, updated_at = excluded.updated_at
                """,
                number,
                LifecycleStates.WireName(note.State),
                note.Description,
                SchemaRows.Write(note.Tags),
                SchemaRows.Write(note.Metadata),
                note.Updated.ToUnixTimeMilliseconds());
            return entry with { Note = note };
        },
        cancellation);

    private static CatalogEntry? Find(SqliteSession session, long number) => session.First($"SELECT {Columns} {From} AND v.id = $1", Read, number);

    private static CatalogEntry Read(SqliteDataReader row)
    {
        const int Note = SchemaRows.VersionColumnCount;
        var version = SchemaRows.ReadVersion(row);
        return row.IsDBNull(Note)
            ? new CatalogEntry(version, new VersionNote(LifecycleState.Active, Description: null, [], new Dictionary<string, string>(StringComparer.Ordinal), version.Registered))
            : new CatalogEntry(version, new VersionNote(
                LifecycleStates.Parse(row.GetString(Note)),
                row.IsDBNull(Note + 1) ? null : row.GetString(Note + 1),
                JsonSerializer.Deserialize(row.GetString(Note + 2), RegistryJson.Of<IReadOnlyList<string>>())!,
                JsonSerializer.Deserialize(row.GetString(Note + 3), RegistryJson.Of<IReadOnlyDictionary<string, string>>())!,
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(Note + 4))));
    }
}
