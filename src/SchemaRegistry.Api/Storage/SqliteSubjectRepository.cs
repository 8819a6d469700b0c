using Instrumentation;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Storage;

[Instrumented(DbMetrics.QueryDuration, Description = DbMetrics.QueryDurationText, OutcomeTag = "", Tags = ["query", "operation"],
    Buckets = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5])]
[Tag("operation", Value = "select")]
internal sealed class SqliteSubjectRepository(SqliteDatabase database) : ISubjectRepository
{
    // All of it is in the index subjects_by_name.
    private const string Listed =
        """
        FROM subjects u WHERE u.name >= $1 AND u.name < $1 || char(1114111) AND CASE WHEN u.live > 0 THEN 0 WHEN u.deleted > 0 THEN 1 END BETWEEN $2 AND $3
        """;

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "subject_exists")]
    public ValueTask<bool> ExistsAsync(string subject, DeletedVersions deleted, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => session.First(
            "SELECT 1 FROM versions v JOIN subjects u ON u.id = v.subject_id WHERE u.name = $1 AND v.deleted BETWEEN $2 AND $3 LIMIT 1",
            static _ => true,
            subject,
            deleted.Least(),
            deleted.Most())));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "any_subject")]
    public ValueTask<bool> AnyAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(static session => session.First("SELECT 1 FROM versions WHERE deleted = 0 LIMIT 1", static _ => true)));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "count_subjects")]
    public ValueTask<int> CountAsync(string prefix, DeletedVersions deleted, CancellationToken cancellation) => ValueTask.FromResult(database.Read(session =>
        session.First($"SELECT COUNT(*) {Listed}", static row => row.GetInt32(0), prefix, deleted.Least(), deleted.Most())));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "subjects")]
    public ValueTask<IReadOnlyList<string>> ListAsync(Page page, string prefix, DeletedVersions deleted, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => session.All(
            $"SELECT u.name {Listed} ORDER BY u.name LIMIT $4 OFFSET $5",
            static row => row.GetString(0),
            prefix,
            deleted.Least(),
            deleted.Most(),
            page.Limit,
            page.Offset)));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "versions")]
    public ValueTask<IReadOnlyList<VersionNumber>> VersionsAsync(string subject, Page page, DeletedVersions deleted, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => session.All(
            """
            SELECT v.version, v.deleted FROM versions v JOIN subjects u ON u.id = v.subject_id
            WHERE u.name = $1 AND v.deleted BETWEEN $2 AND $3 ORDER BY v.version LIMIT $4 OFFSET $5
            """,
            static row => new VersionNumber(row.GetInt32(0), row.GetBoolean(1)),
            subject,
            deleted.Least(),
            deleted.Most(),
            page.Limit,
            page.Offset)));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "version_by_number")]
    public ValueTask<SchemaVersion?> FindVersionAsync(string subject, int version, DeletedVersions deleted, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => VersionQueries.FindVersion(session, subject, version, deleted)));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "latest_version")]
    public ValueTask<SchemaVersion?> FindLatestAsync(string subject, DeletedVersions deleted, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => session.First(
            $"{VersionQueries.OfSubject} AND v.deleted BETWEEN $2 AND $3 ORDER BY v.version DESC LIMIT 1",
            SchemaRows.ReadVersion,
            subject,
            deleted.Least(),
            deleted.Most())));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "history")]
    public ValueTask<IReadOnlyList<SchemaVersion>> HistoryAsync(string subject, DeletedVersions deleted, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => session.All(
            $"{VersionQueries.OfSubject} AND v.deleted BETWEEN $2 AND $3 ORDER BY v.version", SchemaRows.ReadVersion, subject, deleted.Least(), deleted.Most())));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "version_by_identity")]
    public ValueTask<SchemaVersion?> FindByIdentityAsync(string subject, SchemaIdentity identity, DeletedVersions deleted, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => VersionQueries.FindByIdentity(session, subject, identity, deleted)));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "referenced_by")]
    public ValueTask<IReadOnlyList<int>> ReferencedByAsync(string subject, int version, Page page, DeletedVersions deleted, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => session.All(
            """
            SELECT DISTINCT r.schema_id FROM schema_references r JOIN versions v ON v.schema_id = r.schema_id
            WHERE r.subject = $1 AND r.version = $2 AND v.deleted BETWEEN $3 AND $4 ORDER BY r.schema_id LIMIT $5 OFFSET $6
            """,
            static row => row.GetInt32(0),
            subject,
            version,
            deleted.Least(),
            deleted.Most(),
            page.Limit,
            page.Offset)));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "subject_state")]
    public ValueTask<long> StateAsync(string subject, CancellationToken cancellation) => ValueTask.FromResult(database.Read(session => VersionWrites.State(session, subject)));
}
