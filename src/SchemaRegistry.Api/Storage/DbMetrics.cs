namespace SchemaRegistry.Api.Storage;

/// <summary>What the repositories' metrics have in common.</summary>
internal static class DbMetrics
{
    public const string QueryDuration = "schema_registry_db_query_duration_seconds";
    public const string QueryDurationText = "Time of a repository call.";
}
