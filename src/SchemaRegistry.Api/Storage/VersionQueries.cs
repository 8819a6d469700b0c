using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Storage;

/// <summary>Queries for versions that several repositories ask.</summary>
internal static class VersionQueries
{
    /// <summary>All versions, to be narrowed down.</summary>
    public const string All =
        $"SELECT {SchemaRows.VersionColumns} FROM versions v JOIN subjects u ON u.id = v.subject_id JOIN schemas s ON s.id = v.schema_id";

    /// <summary>The versions of the subject <c>$1</c>, to be narrowed down.</summary>
    public const string OfSubject = $"{All} WHERE u.name = $1";

    // CROSS JOIN: in this order. A content is in few schemas, but a subject may have thousands of versions, and a schema be in thousands of subjects.
    private const string OfContent =
        $"""
        SELECT {SchemaRows.VersionColumns}
        FROM subjects u CROSS JOIN schemas s CROSS JOIN versions v ON v.schema_id = s.id AND v.subject_id = u.id
        WHERE u.name = $1 AND s.content = $2 AND v.deleted BETWEEN $4 AND $5
        ORDER BY s.identity = $3 DESC, v.deleted, v.version DESC LIMIT 1
        """;

    /// <summary>The newest version with this content; one that also has the same hint at its version goes first.</summary>
    public static SchemaVersion? FindByIdentity(SqliteSession session, string subject, SchemaIdentity identity, DeletedVersions deleted) =>
        session.First(
            OfContent,
            SchemaRows.ReadVersion,
            subject,
            identity.Content,
            identity.Hash,
            deleted.Least(),
            deleted.Most());

    public static SchemaVersion? FindVersion(SqliteSession session, string subject, int version, DeletedVersions deleted) =>
        session.First(
            $"{OfSubject} AND v.version = $2 AND v.deleted BETWEEN $3 AND $4", SchemaRows.ReadVersion, subject, version, deleted.Least(), deleted.Most());
}
