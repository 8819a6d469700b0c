using Instrumentation;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Storage;

[Instrumented(DbMetrics.QueryDuration, Description = DbMetrics.QueryDurationText, OutcomeTag = "", Tags = ["query", "operation"],
    Buckets = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5])]
[Tag("operation", Value = "select")]
internal sealed class SqliteSubjectRepository(SqliteDatabase database) : ISubjectRepository
{
    [Tag("query", Value = "subject_exists")]
    public ValueTask<bool> ExistsAsync(string subject, CancellationToken cancellation) => ValueTask.FromResult(database.Read(session =>
        session.First("SELECT 1 FROM subjects WHERE name = $1", static _ => true, subject)));

    [Tag("query", Value = "subjects")]
    public ValueTask<IReadOnlyList<string>> ListAsync(Page page, string prefix, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => session.All(
            "SELECT name FROM subjects WHERE substr(name, 1, length($1)) = $1 ORDER BY name LIMIT $2 OFFSET $3",
            static row => row.GetString(0),
            prefix,
            page.Limit,
            page.Offset)));

    [Tag("query", Value = "versions")]
    public ValueTask<IReadOnlyList<int>> VersionsAsync(string subject, Page page, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => session.All(
            """
            SELECT v.version FROM versions v JOIN subjects u ON u.id = v.subject_id
            WHERE u.name = $1 ORDER BY v.version LIMIT $2 OFFSET $3
            """,
            static row => row.GetInt32(0),
            subject,
            page.Limit,
            page.Offset)));

    [Tag("query", Value = "version_by_number")]
    public ValueTask<SchemaVersion?> FindVersionAsync(string subject, int version, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session =>
            session.First($"{VersionQueries.OfSubject} AND v.version = $2", row => SchemaRows.ReadVersion(row, subject), subject, version)));

    [Tag("query", Value = "latest_version")]
    public ValueTask<SchemaVersion?> FindLatestAsync(string subject, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session =>
            session.First($"{VersionQueries.OfSubject} ORDER BY v.version DESC LIMIT 1", row => SchemaRows.ReadVersion(row, subject), subject)));

    [Tag("query", Value = "version_by_identity")]
    public ValueTask<SchemaVersion?> FindByIdentityAsync(string subject, SchemaIdentity identity, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => VersionQueries.FindByIdentity(session, subject, identity)));
}
