using Microsoft.Data.Sqlite;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Rest;

public sealed class MigrationTests
{
    // As the first version of the registry wrote it.
    private const string FirstTables =
        """
        CREATE TABLE schemas (id INTEGER PRIMARY KEY AUTOINCREMENT, identity BLOB NOT NULL UNIQUE, format TEXT NOT NULL, text TEXT NOT NULL,
            reference_list TEXT, metadata TEXT, rule_set TEXT);
        CREATE TABLE subjects (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE versions (subject_id INTEGER NOT NULL REFERENCES subjects (id), version INTEGER NOT NULL, schema_id INTEGER NOT NULL REFERENCES schemas (id),
            text TEXT, PRIMARY KEY (subject_id, version), UNIQUE (subject_id, schema_id)) WITHOUT ROWID;
        CREATE INDEX versions_by_schema ON versions (schema_id);
        CREATE TABLE configs (subject TEXT PRIMARY KEY, compatibility TEXT NOT NULL) WITHOUT ROWID;
        INSERT INTO schemas VALUES (3, zeroblob(32), 'AVRO', '"int"', NULL, NULL, NULL);
        INSERT INTO schemas VALUES (4, randomblob(32), 'AVRO', '"long"', '[{"name":"n","subject":"old","version":1}]', NULL, NULL);
        INSERT INTO schemas VALUES (7, randomblob(32), 'JSON', '{}', NULL, NULL, NULL);
        DELETE FROM schemas WHERE id = 7;
        INSERT INTO subjects VALUES (1, 'old'), (2, 'user');
        INSERT INTO versions VALUES (1, 1, 3, ' "int"'), (2, 1, 4, NULL);
        INSERT INTO configs VALUES ('', 'FULL'), ('old', 'NONE');
        PRAGMA user_version = 1;
        """;

    [Fact]
    public async Task Database_OfTheFirstVersion_IsTakenOver()
    {
        using var folder = new TemporaryFolder();
        SqliteLibrary.Use();
        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.Path, "registry.db"), Pooling = false }.ToString()))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = FirstTables;
            await command.ExecuteNonQueryAsync();
        }

        await using var server = await RegistryProcess.StartAsync(
            folder.Path, new Dictionary<string, string>(StringComparer.Ordinal) { ["Registry__DataDirectory"] = folder.Path }, "--urls", "http://127.0.0.1:0");
        var registry = server.Registry;
        Assert.Equal(" \"int\"", (await registry.GetAsync("/subjects/old/versions/1/schema")).Text);
        Assert.Equal("\"int\"", (await registry.GetAsync("/schemas/ids/3/schema")).Text);
        Assert.Equal("""[{"context":".","id":3}]""", (await registry.GetAsync("/schemas/guids/00000000-0000-0000-0000-000000000000/ids")).Text);
        Assert.Equal("[4]", (await registry.GetAsync("/subjects/old/versions/1/referencedby")).Text);
        Assert.Equal("""{"compatibilityLevel":"FULL"}""", (await registry.GetAsync("/config")).Text);
        Assert.Equal("""{"compatibilityLevel":"NONE"}""", (await registry.GetAsync("/config/old")).Text);
        Assert.Equal(8, (await registry.RegisterAsync("new", "\"bytes\"")).Ok().GetProperty("id").GetInt32());
        Assert.Equal("2", (await registry.RegisterAsync("old", "\"string\"")).Ok().GetProperty("version").ToString());
    }
}
