using Instrumentation;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Storage;

[Instrumented(DbMetrics.QueryDuration, Description = DbMetrics.QueryDurationText, OutcomeTag = "", Tags = ["query", "operation"],
    Buckets = [.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5])]
internal sealed partial class SqliteSchemaRepository(SqliteDatabase database) : ISchemaRepository
{
    [Tag("query", Value = "schema_by_id")]
    [Tag("operation", Value = "select")]
    [SpanTag("schema.id", From = "id")]
    public ValueTask<StoredSchema?> FindAsync(int id, CancellationToken cancellation) => ValueTask.FromResult(database.Read(session =>
        session.First($"SELECT {SchemaRows.Columns} FROM schemas s WHERE s.id = $1", SchemaRows.ReadSchema, id)));

    [Tag("query", Value = "versions_by_schema")]
    [Tag("operation", Value = "select")]
    [SpanTag("schema.id", From = "id")]
    public ValueTask<IReadOnlyList<SubjectVersion>> VersionsAsync(int id, CancellationToken cancellation) =>
        ValueTask.FromResult(database.Read(session => session.All(
            """
            SELECT u.name, v.version FROM versions v JOIN subjects u ON u.id = v.subject_id
            WHERE v.schema_id = $1 ORDER BY u.name, v.version
            """,
            static row => new SubjectVersion(row.GetString(0), row.GetInt32(1)),
            id)));

    [Tag("query", Value = "add_version")]
    [Tag("operation", Value = "insert")]
    [SpanTag("schema.subject", From = "schema.Subject")]
    public async partial Task<Registration> AddAsync(NewSchema schema, SchemaIdentity identity, CancellationToken cancellation)
    {
        // Most registrations are repetitions by producers that start; they need not wait for a writer.
        var existing = database.Read(session => VersionQueries.FindByIdentity(session, schema.Subject, identity));
        return existing is not null
            ? new Registration(existing, IsNew: false)
            : await database.WriteAsync(session => Add(session, schema, identity), cancellation);
    }

    // Runs alone: who comes second with the same schema finds what the first one wrote.
    private static Registration Add(SqliteSession session, NewSchema schema, SchemaIdentity identity)
    {
        if (VersionQueries.FindByIdentity(session, schema.Subject, identity) is { } existing)
        {
            return new Registration(existing, IsNew: false);
        }

        var stored = FindOrAddSchema(session, schema, identity);
        session.Execute("INSERT INTO subjects (name) VALUES ($1) ON CONFLICT DO NOTHING", schema.Subject);
        var subjectId = session.First("SELECT id FROM subjects WHERE name = $1", static row => row.GetInt64(0), schema.Subject);
        var version = session.First(
            "SELECT COALESCE(MAX(version), 0) + 1 FROM versions WHERE subject_id = $1", static row => row.GetInt32(0), subjectId);
        var text = string.Equals(schema.Text, stored.Text, StringComparison.Ordinal) ? null : schema.Text;
        session.Execute(
            "INSERT INTO versions (subject_id, version, schema_id, text) VALUES ($1, $2, $3, $4)", subjectId, version, stored.Id, text);
        return new Registration(new SchemaVersion(schema.Subject, version, schema.Text, stored), IsNew: true);
    }

    private static StoredSchema FindOrAddSchema(SqliteSession session, NewSchema schema, SchemaIdentity identity) =>
        session.First($"SELECT {SchemaRows.Columns} FROM schemas s WHERE s.identity = $1", SchemaRows.ReadSchema, identity.Hash)
        ?? session.First(
            $"""
            INSERT INTO schemas AS s (identity, format, text, reference_list, metadata, rule_set) VALUES ($1, $2, $3, $4, $5, $6)
            RETURNING id, format, text, reference_list, metadata, rule_set
            """,
            SchemaRows.ReadSchema,
            identity.Hash,
            SchemaFormats.WireName(schema.Format),
            schema.Text,
            SchemaRows.WriteReferences(schema.References),
            schema.Metadata,
            schema.RuleSet)
        ?? throw new InvalidOperationException("The inserted row did not come back.");
}
