using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Storage;

/// <summary>Adds a version, within a transaction: who comes second with the same schema finds what the first one wrote.</summary>
internal static class VersionWrites
{
    public static long State(SqliteSession session, string subject) =>
        session.First("SELECT change FROM subjects WHERE name = $1", static row => row.GetInt64(0), subject);

    public static Registration Add(SqliteSession session, NewSchema schema, SchemaIdentity identity, DateTimeOffset now)
    {
        var stored = FindOrAddSchema(session, schema, identity);
        session.Execute("INSERT INTO subjects (name) VALUES ($1) ON CONFLICT DO NOTHING", schema.Subject);
        var subjectId = session.First("SELECT id FROM subjects WHERE name = $1", static row => row.GetInt64(0), schema.Subject);
        var last = session.First("SELECT MAX(version) FROM versions WHERE subject_id = $1", static row => row.IsDBNull(0) ? 0 : row.GetInt32(0), subjectId);
        if (schema.Version is > 0 and { } wanted && wanted <= last
            && VersionQueries.FindVersion(session, schema.Subject, wanted, DeletedVersions.Included) is { } present)
        {
            return Again(session, present, stored, subjectId);
        }

        var version = schema.Version is > 0 and { } chosen ? chosen : Next(last, schema.Subject);
        var text = string.Equals(schema.Text, stored.Text, StringComparison.Ordinal) ? null : schema.Text;
        VersionDeletions.RemoveFormer(session, schema.Subject, subjectId, stored.Id);
        session.Execute(
            "INSERT INTO versions (subject_id, version, schema_id, text, created_at) VALUES ($1, $2, $3, $4, $5)",
            subjectId,
            version,
            stored.Id,
            text,
            now.ToUnixTimeMilliseconds());
        Counters.Touch(session, subjectId);
        var added = VersionQueries.FindVersion(session, schema.Subject, version, DeletedVersions.Hidden)!;
        if (schema.Note is { } note)
        {
            NoteWrites.Write(session, added.Key, note with { Updated = added.Registered });
        }

        if (schema.Level is { } level)
        {
            ConfigWrites.Change(session, schema.Subject, old => (old ?? new ConfigSettings()) with { Compatibility = level });
        }

        return new Registration(added, IsNew: true);
    }

    private static int Next(int last, string subject) =>
        last < int.MaxValue ? last + 1 : throw RegistryErrors.NotPermitted($"Subject {subject} has no version number left after {last}.");

    // An import that is repeated changes nothing, and one of a deleted version brings it back; history is never written over.
    private static Registration Again(SqliteSession session, SchemaVersion present, StoredSchema stored, long subjectId)
    {
        if (present.Schema.Id != stored.Id)
        {
            throw RegistryErrors.NotPermitted($"Version {present.Version} of subject {present.Subject} has another schema, with id {present.Schema.Id}.");
        }

        if (present.IsDeleted)
        {
            session.Execute("UPDATE versions SET deleted = 0 WHERE subject_id = $1 AND version = $2", subjectId, present.Version);
            Counters.Touch(session, subjectId);
        }

        return new Registration(present with { IsDeleted = false }, IsNew: present.IsDeleted);
    }

    private static StoredSchema FindOrAddSchema(SqliteSession session, NewSchema schema, SchemaIdentity identity)
    {
        var known = session.First(
            $"SELECT {SchemaRows.Columns} FROM schemas s WHERE s.identity = $1 ORDER BY s.id = $2 DESC, s.copy LIMIT 1", SchemaRows.ReadSchema, identity.Hash, schema.Id ?? 0);
        if (known is not null && (schema.Id is null || schema.Id == known.Id))
        {
            return known;
        }

        if (schema.Id is not { } wanted)
        {
            return Insert(session, schema, identity, Counters.NextSchemaId(session), copy: 0);
        }

        if (session.First("SELECT 1 FROM schemas WHERE id = $1", static _ => 1, wanted) == 1)
        {
            throw RegistryErrors.NotPermitted($"Overwrite new schema with id {wanted} in context . is not permitted.");
        }

        Counters.Skip(session, wanted);
        return Insert(session, schema, identity, wanted, known is null ? 0 : wanted);
    }

    private static StoredSchema Insert(SqliteSession session, NewSchema schema, SchemaIdentity identity, int id, int copy)
    {
        session.Execute(
            """
            INSERT INTO schemas (id, identity, copy, content, format, text, reference_list, metadata, rule_set)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            id,
            identity.Hash,
            copy,
            identity.Content,
            SchemaFormats.WireName(schema.Format),
            schema.Text,
            SchemaRows.Write(schema.References.NullIfEmpty()),
            SchemaRows.Write(schema.Metadata),
            SchemaRows.Write(schema.RuleSet));
        foreach (var reference in schema.References)
        {
            session.Execute("INSERT OR IGNORE INTO schema_references (subject, version, schema_id) VALUES ($1, $2, $3)", reference.Subject, reference.Version, id);
        }

        return new StoredSchema(
            id, SchemaIdentity.ToGuid(identity.Hash), schema.Format, schema.Text, schema.References, schema.Metadata, schema.RuleSet);
    }
}
