namespace SchemaRegistry.Api.Storage;

/// <summary>What the repositories' metrics have in common.</summary>
internal static class DbMetrics
{
    public const string QueryDuration = "schema_registry_db_query_duration_seconds";
    public const string QueryDurationText = "Time of a repository call.";
    public const string Queries = "schema_registry_db_queries_total";
    public const string QueriesText = "Repository calls.";
    public const string Errors = "schema_registry_db_errors_total";
    public const string ErrorsText = "Reads and writes that the database failed, by the type of the error.";
    public const string PoolWait = "schema_registry_db_pool_wait_duration_seconds";
    public const string PoolWaitText = "Time until a read or write has a connection: a read opens one where none is idle, a write waits for the writer.";

    /// <summary>The one pool there is.</summary>
    public const string Pool = "sqlite";
}
