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
internal sealed partial class SqliteCatalogRepository(SqliteDatabase database) : ICatalogRepository
{
    private const string From =
        "FROM versions v JOIN subjects u ON u.id = v.subject_id JOIN schemas s ON s.id = v.schema_id LEFT JOIN notes n ON n.version_id = v.id WHERE v.deleted = 0";

    private const string Columns = $"{SchemaRows.VersionColumns}, n.state, n.description, n.tags, n.metadata, n.updated_at";

    private const string Listed =
        $"""
        SELECT {Columns} FROM json_each($1) found
        CROSS JOIN versions v ON v.id = found.value CROSS JOIN subjects u ON u.id = v.subject_id CROSS JOIN schemas s ON s.id = v.schema_id LEFT JOIN notes n ON n.version_id = v.id
        ORDER BY found.key
        """;

    private const string CountOfAll = "SELECT SUM(value) FROM totals WHERE name IN ('DRAFT', 'ACTIVE', 'DEPRECATED', 'ARCHIVED')";

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
                session.First(query.Prefix.Length == 0 ? CountOfAll : PlainCount, static row => row.GetInt32(0), query.Prefix));
        }

        var found = query.IsSearch ? SearchPage.Find(session, query) : ListingPage.Find(session, query);
        return new CatalogPage(session.All(Listed, Read, SchemaRows.WriteIds(found.Ids)), found.Total, found.IsTruncated);
    }));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "change_note")]
    [Tag("operation", Value = "update")]
    public async partial Task<CatalogEntry?> ChangeAsync(long number, Func<VersionNote, VersionNote> change, CancellationToken cancellation) => await database.WriteAsync(
        session =>
        {
            if (Find(session, number) is not { } entry)
            {
                return null;
            }

            var note = change(entry.Note);
            NoteWrites.Write(session, number, note);
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
