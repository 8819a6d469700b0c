using Instrumentation;
using SchemaRegistry.Api.Telemetry;

namespace SchemaRegistry.Api.Storage;

[Instrumented(DbMetrics.QueryDuration, Description = DbMetrics.QueryDurationText, OutcomeTag = "", Tags = ["query", "operation"],
    Buckets = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5])]
internal sealed partial class SqliteAccessRepository(SqliteDatabase database, TimeProvider clock) : IAccessRepository
{
    // One transaction of a few milliseconds, so that no registration waits for long.
    private const int Batch = 1000;

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "add_accesses")]
    [Tag("operation", Value = "update")]
    public async partial Task AddAsync(IReadOnlyList<KeyValuePair<int, long>> reads, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var some in reads.Chunk(Batch))
        {
            await database.WriteAsync(
                session =>
                {
                    foreach (var (schemaId, count) in some)
                    {
                        session.Execute(
                            """
                            INSERT INTO accesses SELECT id, $2, $3 FROM schemas WHERE id = $1
                            ON CONFLICT DO UPDATE SET reads = reads + excluded.reads, last_read_at = excluded.last_read_at
                            """,
                            schemaId,
                            count,
                            now);
                    }

                    return some.Length;
                },
                cancellation);
        }
    }

    [MetricCounter(DbMetrics.Queries, Description = DbMetrics.QueriesText, OutcomeTag = "result", Tags = ["query", "operation"])]
    [Tag("query", Value = "top_accesses")]
    [Tag("operation", Value = "select")]
    public ValueTask<IReadOnlyList<AccessCount>> TopAsync(int limit, CancellationToken cancellation) => ValueTask.FromResult(database.Read(session => session.All(
        "SELECT schema_id, reads, last_read_at FROM accesses ORDER BY reads DESC, schema_id LIMIT $1",
        static row => new AccessCount(row.GetInt32(0), row.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))),
        limit)));
}
