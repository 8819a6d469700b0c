using Instrumentation;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Storage;

[Instrumented(DbMetrics.QueryDuration, Description = DbMetrics.QueryDurationText, OutcomeTag = "", Tags = ["query", "operation"],
    Buckets = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5])]
[Tag("operation", Value = "select")]
internal sealed class SqliteSchemaRepository(SqliteDatabase database) : ISchemaRepository
{
    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "schema_by_id")]
    [SpanTag("schema.id", From = "id")]
    public ValueTask<StoredSchema?> FindAsync(int id, CancellationToken cancellation) => ValueTask.FromResult(database.Read(session =>
        session.First($"SELECT {SchemaRows.Columns} FROM schemas s WHERE s.id = $1", SchemaRows.ReadSchema, id)));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "schema_by_guid")]
    public ValueTask<IReadOnlyList<StoredSchema>> FindAsync(Guid guid, CancellationToken cancellation) => ValueTask.FromResult(database.Read(session =>
        session.All(
            $"SELECT {SchemaRows.Columns} FROM schemas s WHERE substr(s.identity, 1, 16) = $1 ORDER BY s.id", SchemaRows.ReadSchema, SchemaIdentity.FromGuid(guid))));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "versions_by_schema")]
    [SpanTag("schema.id", From = "id")]
    public ValueTask<IReadOnlyList<SubjectVersion>> VersionsAsync(int id, DeletedVersions deleted, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => session.All(
            """
            SELECT u.name, v.version FROM versions v JOIN subjects u ON u.id = v.subject_id
            WHERE v.schema_id = $1 AND v.deleted BETWEEN $2 AND $3 ORDER BY u.name, v.version
            """,
            static row => new SubjectVersion(row.GetString(0), row.GetInt32(1)),
            id,
            deleted.Least(),
            deleted.Most())));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "schemas")]
    public ValueTask<IReadOnlyList<SchemaVersion>> ListAsync(
        string prefix, bool latestOnly, DeletedVersions deleted, Page page, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session =>
            new VersionPage(prefix, latestOnly, deleted, page).Read(session, SchemaRows.VersionColumns, join: string.Empty, SchemaRows.ReadVersion)));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "max_id")]
    public ValueTask<int> MaxIdAsync(CancellationToken cancellation) => ValueTask.FromResult(database.Read(static session =>
        session.First("SELECT MAX(id) FROM schemas", static row => row.IsDBNull(0) ? 0 : row.GetInt32(0))));
}
