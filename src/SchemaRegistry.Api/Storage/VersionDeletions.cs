using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Storage;

/// <summary>Takes versions away, within a transaction.</summary>
internal static class VersionDeletions
{
    public static Deletion DeleteVersion(SqliteSession session, string subject, int version, bool permanent)
    {
        if (VersionQueries.FindVersion(session, subject, version, DeletedVersions.Included) is not { } found)
        {
            return Deletion.None(DeletionOutcome.NotFound);
        }

        if (found.IsDeleted != permanent)
        {
            return Deletion.None(permanent ? DeletionOutcome.NotDeletedFirst : DeletionOutcome.AlreadyDeleted);
        }

        return Delete(session, subject, [new VersionNumber(version, found.IsDeleted)], permanent);
    }

    public static Deletion DeleteSubject(SqliteSession session, string subject, bool permanent)
    {
        var versions = Versions(session, subject);
        var live = versions.Where(static version => !version.IsDeleted).ToList();
        if (versions.Count == 0)
        {
            return Deletion.None(DeletionOutcome.NotFound);
        }

        if (permanent)
        {
            return live.Count > 0 ? Deletion.None(DeletionOutcome.NotDeletedFirst) : Delete(session, subject, versions, permanent);
        }

        return live.Count == 0 ? Deletion.None(DeletionOutcome.AlreadyDeleted) : Delete(session, subject, live, permanent);
    }

    public static Deletion Purge(SqliteSession session, string? subject)
    {
        var subjects = subject is null
            ? session.All("SELECT DISTINCT u.name FROM subjects u JOIN versions v ON v.subject_id = u.id WHERE v.deleted = 1", static row => row.GetString(0))
            : [subject];

        // All of them or none.
        if (HeldBack(session, subject) is { } version)
        {
            return new Deletion(DeletionOutcome.Referenced, [version]);
        }

        var removed = subjects.SelectMany(name => Apply(session, name, [.. Versions(session, name).Where(static version => version.IsDeleted)], permanent: true)).ToList();
        return new Deletion(DeletionOutcome.Deleted, []) { RemovedSchemas = removed };
    }

    /// <summary>Forgets deleted versions of a schema that comes back under a new number, unless another schema builds on them.</summary>
    public static void RemoveFormer(SqliteSession session, string subject, long subjectId, int schemaId) =>
        session.Execute(
            """
            DELETE FROM versions WHERE subject_id = $1 AND schema_id = $2 AND deleted = 1
                AND NOT EXISTS (SELECT 1 FROM schema_references r WHERE r.subject = $3 AND r.version = versions.version)
            """,
            subjectId,
            schemaId,
            subject);

    private static Deletion Delete(SqliteSession session, string subject, IReadOnlyList<VersionNumber> versions, bool permanent)
    {
        foreach (var version in versions)
        {
            if (IsReferenced(session, subject, version.Number, permanent ? DeletedVersions.Included : DeletedVersions.Hidden))
            {
                return new Deletion(DeletionOutcome.Referenced, [version.Number]);
            }
        }

        var removed = Apply(session, subject, versions, permanent);
        return new Deletion(DeletionOutcome.Deleted, [.. versions.Select(static version => version.Number)]) { RemovedSchemas = removed };
    }

    // Returns the schemas that are gone with their last version.
    private static List<int> Apply(SqliteSession session, string subject, IReadOnlyList<VersionNumber> versions, bool permanent)
    {
        var subjectId = session.First("SELECT id FROM subjects WHERE name = $1", static row => row.GetInt64(0), subject);
        var removed = new List<int>();
        foreach (var version in versions)
        {
            if (permanent)
            {
                if (Remove(session, subjectId, version.Number) is { } schemaId)
                {
                    removed.Add(schemaId);
                }
            }
            else
            {
                session.Execute("UPDATE versions SET deleted = 1 WHERE subject_id = $1 AND version = $2", subjectId, version.Number);
            }
        }

        Counters.Touch(session, subjectId);
        if (permanent)
        {
            RemoveIfEmpty(session, subject, subjectId);
        }

        return removed;
    }

    // A deleted version that a schema builds on which stays: what goes with it does not hold it back.
    private static int? HeldBack(SqliteSession session, string? subject) => session.First(
        """
        SELECT v.version FROM versions v JOIN subjects u ON u.id = v.subject_id
        JOIN schema_references r ON r.subject = u.name AND r.version = v.version JOIN versions w ON w.schema_id = r.schema_id
        WHERE v.deleted = 1 AND ($1 IS NULL OR u.name = $1) AND NOT (w.deleted = 1 AND ($1 IS NULL OR w.subject_id = v.subject_id)) LIMIT 1
        """,
        static row => (int?)row.GetInt32(0),
        subject);

    private static bool IsReferenced(SqliteSession session, string subject, int version, DeletedVersions deleted) => session.First(
        """
        SELECT 1 FROM schema_references r JOIN versions v ON v.schema_id = r.schema_id
        WHERE r.subject = $1 AND r.version = $2 AND v.deleted <= $3 LIMIT 1
        """,
        static _ => true,
        subject,
        version,
        deleted.Most());

    // The schema's id where no other version has it.
    private static int? Remove(SqliteSession session, long subjectId, int version)
    {
        var schemaId = session.First(
            "DELETE FROM versions WHERE subject_id = $1 AND version = $2 RETURNING schema_id", static row => row.GetInt32(0), subjectId, version);
        if (session.First("SELECT 1 FROM versions WHERE schema_id = $1 LIMIT 1", static _ => 1, schemaId) == 1)
        {
            return null;
        }

        session.Execute("DELETE FROM schema_references WHERE schema_id = $1", schemaId);
        session.Execute("DELETE FROM schemas WHERE id = $1", schemaId);
        return schemaId;
    }

    private static void RemoveIfEmpty(SqliteSession session, string subject, long subjectId)
    {
        if (session.First("SELECT 1 FROM versions WHERE subject_id = $1 LIMIT 1", static _ => 1, subjectId) == 0)
        {
            session.Execute("DELETE FROM subjects WHERE id = $1", subjectId);
            session.Execute("DELETE FROM configs WHERE subject = $1", subject);
            session.Execute("DELETE FROM modes WHERE subject = $1", subject);
        }
    }

    private static IReadOnlyList<VersionNumber> Versions(SqliteSession session, string subject) => session.All(
        "SELECT v.version, v.deleted FROM versions v JOIN subjects u ON u.id = v.subject_id WHERE u.name = $1 ORDER BY v.version",
        static row => new VersionNumber(row.GetInt32(0), row.GetBoolean(1)),
        subject);
}
