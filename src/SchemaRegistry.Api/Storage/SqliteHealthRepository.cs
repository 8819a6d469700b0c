using Instrumentation;
using SchemaRegistry.Api.Health;

namespace SchemaRegistry.Api.Storage;

[Instrumented(DbMetrics.QueryDuration, Description = DbMetrics.QueryDurationText, OutcomeTag = "", Tags = ["query", "operation"],
    Buckets = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5])]
internal sealed class SqliteHealthRepository(SqliteDatabase database) : IHealthRepository
{
    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "probe")]
    [Tag("operation", Value = "select")]
    public ValueTask ProbeAsync(CancellationToken cancellation)
    {
        // A deleted file is still readable through open handles, and everything in it is lost at the next start.
        if (!File.Exists(database.FilePath))
        {
            throw new FileNotFoundException("The database file is gone.", database.FilePath);
        }

        database.Read(static session => session.First("SELECT COUNT(*) FROM (SELECT 1 FROM schemas LIMIT 1)", static row => row.GetInt32(0)));
        return ValueTask.CompletedTask;
    }
}
