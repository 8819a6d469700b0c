using Instrumentation;
using SchemaRegistry.Api.Config;

namespace SchemaRegistry.Api.Storage;

[Instrumented(DbMetrics.QueryDuration, Description = DbMetrics.QueryDurationText, OutcomeTag = "", Tags = ["query", "operation"],
    Buckets = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5])]
internal sealed partial class SqliteConfigRepository(SqliteDatabase database) : IConfigRepository
{
    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "config")]
    [Tag("operation", Value = "select")]
    public ValueTask<ConfigSettings?> FindAsync(string? subject, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => ConfigWrites.Find(session, subject)));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "set_config")]
    [Tag("operation", Value = "update")]
    public async partial Task ChangeAsync(string? subject, Func<ConfigSettings?, ConfigSettings> change, CancellationToken cancellation) => await database.WriteAsync(
        session => ConfigWrites.Change(session, subject, change), cancellation);

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "remove_config")]
    [Tag("operation", Value = "delete")]
    public async partial Task<ConfigSettings?> RemoveAsync(string? subject, CancellationToken cancellation) => await database.WriteAsync(
        session =>
        {
            var settings = ConfigWrites.Find(session, subject);
            session.Execute("DELETE FROM configs WHERE subject = $1", subject ?? ConfigWrites.Global);
            return settings;
        },
        cancellation);

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "aliases")]
    [Tag("operation", Value = "select")]
    public ValueTask<IReadOnlyList<SubjectAlias>> AliasesAsync(CancellationToken cancellation) => ValueTask.FromResult(database.Read(static session => session.All(
        "SELECT subject, json_extract(settings, '$.alias') AS alias FROM configs WHERE alias IS NOT NULL ORDER BY subject",
        static row => new SubjectAlias(row.GetString(0), row.GetString(1)))));
}
