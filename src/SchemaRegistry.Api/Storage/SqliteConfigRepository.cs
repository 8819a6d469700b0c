using Instrumentation;
using SchemaRegistry.Api.Config;

namespace SchemaRegistry.Api.Storage;

[Instrumented(DbMetrics.QueryDuration, Description = DbMetrics.QueryDurationText, OutcomeTag = "", Tags = ["query", "operation"],
    Buckets = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5])]
internal sealed class SqliteConfigRepository(SqliteDatabase database) : IConfigRepository
{
    // No subject has an empty name.
    private const string Global = "";

    [Tag("query", Value = "config")]
    [Tag("operation", Value = "select")]
    public ValueTask<CompatibilityLevel?> FindAsync(string? subject, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => Find(session, subject)));

    [Tag("query", Value = "set_config")]
    [Tag("operation", Value = "update")]
    public Task SetAsync(string? subject, CompatibilityLevel level, CancellationToken cancellation) => database.WriteAsync(
        session => session.Execute(
            "INSERT INTO configs (subject, compatibility) VALUES ($1, $2) ON CONFLICT DO UPDATE SET compatibility = excluded.compatibility",
            subject ?? Global,
            CompatibilityLevels.WireName(level)),
        cancellation);

    [Tag("query", Value = "remove_config")]
    [Tag("operation", Value = "delete")]
    public Task<CompatibilityLevel?> RemoveAsync(string? subject, CancellationToken cancellation) => database.WriteAsync(
        session =>
        {
            var level = Find(session, subject);
            session.Execute("DELETE FROM configs WHERE subject = $1", subject ?? Global);
            return level;
        },
        cancellation);

    private static CompatibilityLevel? Find(SqliteSession session, string? subject) => session.First(
        "SELECT compatibility FROM configs WHERE subject = $1",
        static row => (CompatibilityLevel?)CompatibilityLevels.Parse(row.GetString(0)),
        subject ?? Global);
}
