using Instrumentation;
using SchemaRegistry.Api.Modes;

namespace SchemaRegistry.Api.Storage;

[Instrumented(DbMetrics.QueryDuration, Description = DbMetrics.QueryDurationText, OutcomeTag = "", Tags = ["query", "operation"],
    Buckets = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5])]
internal sealed partial class SqliteModeRepository(SqliteDatabase database) : IModeRepository
{
    // No subject has an empty name.
    private const string Global = "";

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "mode")]
    [Tag("operation", Value = "select")]
    public ValueTask<RegistryMode?> FindAsync(string? subject, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => Find(session, subject)));

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "set_mode")]
    [Tag("operation", Value = "update")]
    public async partial Task SetAsync(string? subject, RegistryMode mode, CancellationToken cancellation) => await database.WriteAsync(
        session => session.Execute(
            "INSERT INTO modes (subject, mode) VALUES ($1, $2) ON CONFLICT DO UPDATE SET mode = excluded.mode", subject ?? Global, RegistryModes.WireName(mode)),
        cancellation);

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "remove_mode")]
    [Tag("operation", Value = "delete")]
    public async partial Task<RegistryMode?> RemoveAsync(string? subject, CancellationToken cancellation) => await database.WriteAsync(
        session =>
        {
            var mode = Find(session, subject);
            session.Execute("DELETE FROM modes WHERE subject = $1", subject ?? Global);
            return mode;
        },
        cancellation);

    private static RegistryMode? Find(SqliteSession session, string? subject) => session.First(
        "SELECT mode FROM modes WHERE subject = $1", static row => (RegistryMode?)RegistryModes.Parse(row.GetString(0)), subject ?? Global);
}
