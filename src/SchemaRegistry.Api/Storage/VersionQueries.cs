using SchemaRegistry.Api.Schemas;

namespace SchemaRegistry.Api.Storage;

/// <summary>Queries for versions that both repositories ask.</summary>
internal static class VersionQueries
{
    /// <summary>The versions of the subject <c>$1</c>, to be narrowed down.</summary>
    public const string OfSubject =
        $"SELECT {SchemaRows.Columns}, v.version, v.text FROM versions v JOIN subjects u ON u.id = v.subject_id JOIN schemas s ON s.id = v.schema_id WHERE u.name = $1";

    public static SchemaVersion? FindByIdentity(SqliteSession session, string subject, SchemaIdentity identity) =>
        session.First($"{OfSubject} AND s.identity = $2", row => SchemaRows.ReadVersion(row, subject), subject, identity.Hash);
}
