using SchemaRegistry.Api.V1;

namespace SchemaRegistry.Api.Storage;

/// <summary>Writes what is said of a version, within a transaction.</summary>
internal static class NoteWrites
{
    public static void Write(SqliteSession session, long number, VersionNote note) => session.Execute(
        """
        INSERT INTO notes (version_id, state, description, tags, metadata, updated_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT DO UPDATE SET state = excluded.state, description = excluded.description, tags = excluded.tags,
            metadata = excluded.metadata, updated_at = excluded.updated_at
        """,
        number,
        LifecycleStates.WireName(note.State),
        note.Description,
        SchemaRows.Write(note.Tags),
        SchemaRows.Write(note.Metadata),
        note.Updated.ToUnixTimeMilliseconds());
}
