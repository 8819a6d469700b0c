using Instrumentation;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Storage;

[Instrumented(DbMetrics.QueryDuration, Description = DbMetrics.QueryDurationText, OutcomeTag = "", Tags = ["query", "operation"],
    Buckets = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5])]
internal sealed partial class SqliteVersionRepository(SqliteDatabase database, TimeProvider clock) : IVersionRepository
{
    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "add_version")]
    [Tag("operation", Value = "insert")]
    [SpanTag("schema.subject", From = "schema.Subject")]
    public async partial Task<Registration?> AddAsync(NewSchema schema, SchemaIdentity identity, long state, CancellationToken cancellation) => await database.WriteAsync(
        session => VersionWrites.State(session, schema.Subject) == state ? VersionWrites.Add(session, schema, identity, clock.GetUtcNow()) : null,
        cancellation);

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "delete_version")]
    [Tag("operation", Value = "delete")]
    [SpanTag("schema.subject", From = "subject")]
    public async partial Task<Deletion> DeleteVersionAsync(string subject, int version, bool permanent, CancellationToken cancellation) =>
        await database.WriteAsync(session => VersionDeletions.DeleteVersion(session, subject, version, permanent), cancellation);

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "delete_subject")]
    [Tag("operation", Value = "delete")]
    [SpanTag("schema.subject", From = "subject")]
    public async partial Task<Deletion> DeleteSubjectAsync(string subject, bool permanent, CancellationToken cancellation) =>
        await database.WriteAsync(session => VersionDeletions.DeleteSubject(session, subject, permanent), cancellation);

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "purge")]
    [Tag("operation", Value = "delete")]
    public async partial Task<Deletion> PurgeAsync(string? subject, CancellationToken cancellation) =>
        await database.WriteAsync(session => VersionDeletions.Purge(session, subject), cancellation);
}
