using System.Globalization;

namespace SchemaRegistry.Api.Storage;

/// <summary>The steps by which the tables came to be; a file remembers in <c>user_version</c> how many it has seen. Steps are added, never changed.</summary>
internal static class Migrations
{
    private static readonly string[] s_steps =
    [
        """
        -- AUTOINCREMENT: an id is never given out twice, also when its schema is gone.
        CREATE TABLE schemas (
            id              INTEGER PRIMARY KEY AUTOINCREMENT,
            identity        BLOB NOT NULL UNIQUE,
            format          TEXT NOT NULL,
            text            TEXT NOT NULL,
            reference_list  TEXT,
            metadata        TEXT,
            rule_set        TEXT
        );
        CREATE TABLE subjects (
            id    INTEGER PRIMARY KEY,
            name  TEXT NOT NULL UNIQUE
        );
        -- text: as sent, where it differs from that of the schema.
        CREATE TABLE versions (
            subject_id  INTEGER NOT NULL REFERENCES subjects (id),
            version     INTEGER NOT NULL,
            schema_id   INTEGER NOT NULL REFERENCES schemas (id),
            text        TEXT,
            PRIMARY KEY (subject_id, version),
            UNIQUE (subject_id, schema_id)
        ) WITHOUT ROWID;
        CREATE INDEX versions_by_schema ON versions (schema_id);
        -- The empty subject is the global setting.
        CREATE TABLE configs (
            subject        TEXT PRIMARY KEY,
            compatibility  TEXT NOT NULL
        ) WITHOUT ROWID;
        """,
    ];

    public static void Apply(SqliteSession session)
    {
        session.Run("BEGIN IMMEDIATE");
        var done = session.First("PRAGMA user_version", static row => row.GetInt32(0));
        if (done > s_steps.Length)
        {
            throw new InvalidOperationException("The database was written by a newer version of the registry.");
        }

        foreach (var step in s_steps.Skip(done))
        {
            session.Run(step);
        }

        // A pragma takes no parameters; the number is ours.
        session.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {s_steps.Length}"));
        session.Run("COMMIT");
    }
}
