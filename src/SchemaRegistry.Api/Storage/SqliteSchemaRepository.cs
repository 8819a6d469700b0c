using Instrumentation;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Storage;

[Instrumented(DbMetrics.QueryDuration, Description = DbMetrics.QueryDurationText, OutcomeTag = "", Tags = ["query", "operation"],
    Buckets = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5])]
[Tag("operation", Value = "select")]
internal sealed class SqliteSchemaRepository(SqliteDatabase database) : ISchemaRepository
{
    // CROSS JOIN: in the order of the names, so that a page needs no sorting. A rule set is an object of lists of rules, and of a text.
    private const string WithRule =
        $"""
        SELECT {SchemaRows.VersionColumns}
        FROM subjects u CROSS JOIN versions v ON v.subject_id = u.id CROSS JOIN schemas s ON s.id = v.schema_id
        WHERE u.name >= $1 AND u.name < $1 || char(1114111) AND v.deleted BETWEEN $2 AND $3
            AND (NOT $4 OR v.version = (SELECT MAX(l.version) FROM versions l WHERE l.subject_id = u.id AND l.deleted BETWEEN $2 AND $3))
            AND EXISTS (SELECT 1 FROM json_each(s.rule_set) list, json_each(CASE list.type WHEN 'array' THEN list.value ELSE '[]' END) rule
                WHERE json_extract(rule.value, '$.type') = $5)
        ORDER BY u.name, v.version LIMIT $6 OFFSET $7
        """;

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
    public ValueTask<IReadOnlyList<SchemaVersion>> ListAsync(SchemaQuery query, CancellationToken cancellation) => ValueTask.FromResult(database.Read(session =>
        query.RuleType is null
            ? new VersionPage(query.Prefix, query.LatestOnly, query.Deleted, query.Page)
                .Read(session, SchemaRows.VersionColumns, join: string.Empty, SchemaRows.ReadVersion)
            : session.All(
                WithRule,
                SchemaRows.ReadVersion,
                query.Prefix,
                query.Deleted.Least(),
                query.Deleted.Most(),
                query.LatestOnly,
                query.RuleType,
                query.Page.Limit,
                query.Page.Offset)));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "max_id")]
    public ValueTask<int> MaxIdAsync(CancellationToken cancellation) => ValueTask.FromResult(database.Read(static session =>
        session.First("SELECT MAX(id) FROM schemas", static row => row.IsDBNull(0) ? 0 : row.GetInt32(0))));
}
