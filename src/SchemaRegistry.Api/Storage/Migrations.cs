using System.Globalization;
using SchemaRegistry.Api.Transfer;

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
        """
        -- Versions can be deleted and come back, ids can be imported, and schemas are found by what refers to them.
        CREATE TABLE counters (
            name   TEXT PRIMARY KEY,
            value  INTEGER NOT NULL
        ) WITHOUT ROWID;
        INSERT INTO counters VALUES ('schema', COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'schemas'), 0)), ('change', 1);
        -- content: the identity without the hint at a version. copy: 0, or the id of an import that brought known content under an id of its own.
        CREATE TABLE new_schemas (
            id              INTEGER PRIMARY KEY,
            identity        BLOB NOT NULL,
            copy            INTEGER NOT NULL DEFAULT 0,
            content         BLOB NOT NULL,
            format          TEXT NOT NULL,
            text            TEXT NOT NULL,
            reference_list  TEXT,
            metadata        TEXT,
            rule_set        TEXT,
            UNIQUE (identity, copy)
        );
        INSERT INTO new_schemas SELECT id, identity, 0, identity, format, text, reference_list, metadata, rule_set FROM schemas;
        -- AUTOINCREMENT: who remembers a version by its number here never gets another one.
        CREATE TABLE new_versions (
            id          INTEGER PRIMARY KEY AUTOINCREMENT,
            subject_id  INTEGER NOT NULL REFERENCES subjects (id),
            version     INTEGER NOT NULL,
            schema_id   INTEGER NOT NULL REFERENCES new_schemas (id),
            text        TEXT,
            created_at  INTEGER NOT NULL,
            deleted     INTEGER NOT NULL DEFAULT 0,
            UNIQUE (subject_id, version)
        );
        INSERT INTO new_versions (subject_id, version, schema_id, text, created_at)
            SELECT subject_id, version, schema_id, text, CAST(strftime('%s', 'now') AS INTEGER) * 1000 FROM versions ORDER BY subject_id, version;
        DROP TABLE versions;
        DROP TABLE schemas;
        ALTER TABLE new_schemas RENAME TO schemas;
        ALTER TABLE new_versions RENAME TO versions;
        CREATE INDEX schemas_by_content ON schemas (content);
        CREATE INDEX schemas_by_guid ON schemas (substr(identity, 1, 16));
        CREATE INDEX versions_by_schema ON versions (schema_id);
        CREATE INDEX versions_by_deletion ON versions (subject_id, deleted, version);
        -- Which change of the whole registry was the last one of this subject: two equal numbers say that nothing happened between.
        ALTER TABLE subjects ADD COLUMN change INTEGER NOT NULL DEFAULT 1;
        CREATE TABLE schema_references (
            subject    TEXT NOT NULL,
            version    INTEGER NOT NULL,
            schema_id  INTEGER NOT NULL REFERENCES schemas (id),
            PRIMARY KEY (subject, version, schema_id)
        ) WITHOUT ROWID;
        CREATE INDEX references_by_schema ON schema_references (schema_id);
        INSERT OR IGNORE INTO schema_references
            SELECT json_extract(r.value, '$.subject'), json_extract(r.value, '$.version'), s.id
            FROM schemas s, json_each(s.reference_list) r WHERE s.reference_list IS NOT NULL;
        CREATE TABLE new_configs (
            subject   TEXT PRIMARY KEY,
            settings  TEXT NOT NULL
        ) WITHOUT ROWID;
        INSERT INTO new_configs SELECT subject, json_object('compatibility', compatibility) FROM configs;
        DROP TABLE configs;
        ALTER TABLE new_configs RENAME TO configs;
        -- The empty subject is the global setting.
        CREATE TABLE modes (
            subject  TEXT PRIMARY KEY,
            mode     TEXT NOT NULL
        ) WITHOUT ROWID;
        -- What is said of a version beside the schema; a version without a row is active.
        CREATE TABLE notes (
            version_id   INTEGER PRIMARY KEY REFERENCES versions (id) ON DELETE CASCADE,
            state        TEXT NOT NULL,
            description  TEXT,
            tags         TEXT NOT NULL,
            metadata     TEXT NOT NULL,
            updated_at   INTEGER NOT NULL
        );
        """,
        """
        -- How many versions a subject has, and how many that are deleted but can come back: lists of a hundred thousand subjects do not look at their versions.
        ALTER TABLE subjects ADD COLUMN live INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE subjects ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0;
        UPDATE subjects SET
            live = (SELECT COUNT(*) FROM versions v WHERE v.subject_id = subjects.id AND v.deleted = 0),
            deleted = (SELECT COUNT(*) FROM versions v WHERE v.subject_id = subjects.id AND v.deleted = 1);
        CREATE TRIGGER version_added AFTER INSERT ON versions BEGIN
            UPDATE subjects SET live = live + 1 - NEW.deleted, deleted = deleted + NEW.deleted WHERE id = NEW.subject_id;
        END;
        CREATE TRIGGER version_changed AFTER UPDATE OF deleted ON versions BEGIN
            UPDATE subjects SET live = live + OLD.deleted - NEW.deleted, deleted = deleted - OLD.deleted + NEW.deleted WHERE id = NEW.subject_id;
        END;
        CREATE TRIGGER version_removed AFTER DELETE ON versions BEGIN
            UPDATE subjects SET live = live - 1 + OLD.deleted, deleted = deleted - OLD.deleted WHERE id = OLD.subject_id;
        END;
        -- All that lists of subjects ask for, so that a page far down is found without reading the table.
        CREATE INDEX subjects_by_name ON subjects (name, live, deleted);
        -- A schema may be in many subjects, and a subject may have many schemas: whether it has this one is one look.
        DROP INDEX versions_by_schema;
        CREATE INDEX versions_by_schema ON versions (schema_id, subject_id);
        """,
        """
        -- How many versions there are by language and state, kept by the changes themselves: to count a million takes too long for a scrape.
        CREATE TABLE totals (
            name    TEXT NOT NULL,
            format  TEXT NOT NULL,
            value   INTEGER NOT NULL,
            PRIMARY KEY (name, format)
        ) WITHOUT ROWID;
        INSERT INTO totals SELECT names.column1, formats.column1, 0
            FROM (VALUES ('DRAFT'), ('ACTIVE'), ('DEPRECATED'), ('ARCHIVED'), ('DELETED'), ('EVER_REGISTERED'), ('EVER_DELETED')) names,
                (VALUES ('AVRO'), ('JSON'), ('PROTOBUF')) formats;
        UPDATE totals SET value = counted.number FROM (
            SELECT s.format, CASE WHEN v.deleted THEN 'DELETED' ELSE COALESCE(n.state, 'ACTIVE') END AS name, COUNT(*) AS number
            FROM versions v JOIN schemas s ON s.id = v.schema_id LEFT JOIN notes n ON n.version_id = v.id GROUP BY 1, 2) counted
            WHERE counted.format = totals.format AND counted.name = totals.name;
        -- What went for good before is not known any more.
        UPDATE totals SET value = (SELECT SUM(known.value) FROM totals known WHERE known.format = totals.format AND known.name IN ('DRAFT', 'ACTIVE', 'DEPRECATED', 'ARCHIVED', 'DELETED'))
            WHERE name = 'EVER_REGISTERED';
        UPDATE totals SET value = (SELECT known.value FROM totals known WHERE known.format = totals.format AND known.name = 'DELETED') WHERE name = 'EVER_DELETED';
        CREATE TRIGGER total_of_added_version AFTER INSERT ON versions BEGIN
            UPDATE totals SET value = value + 1
            WHERE format = (SELECT format FROM schemas WHERE id = NEW.schema_id) AND name IN ('EVER_REGISTERED', CASE WHEN NEW.deleted THEN 'DELETED' ELSE 'ACTIVE' END);
        END;
        CREATE TRIGGER total_of_deleted_version AFTER UPDATE OF deleted ON versions WHEN OLD.deleted <> NEW.deleted BEGIN
            UPDATE totals SET value = value + CASE name WHEN 'EVER_DELETED' THEN NEW.deleted WHEN 'DELETED' THEN NEW.deleted - OLD.deleted ELSE OLD.deleted - NEW.deleted END
            WHERE format = (SELECT format FROM schemas WHERE id = NEW.schema_id)
                AND name IN ('EVER_DELETED', 'DELETED', COALESCE((SELECT state FROM notes WHERE version_id = NEW.id), 'ACTIVE'));
        END;
        CREATE TRIGGER total_of_removed_version BEFORE DELETE ON versions BEGIN
            UPDATE totals SET value = value - 1
            WHERE format = (SELECT format FROM schemas WHERE id = OLD.schema_id)
                AND name = CASE WHEN OLD.deleted THEN 'DELETED' ELSE COALESCE((SELECT state FROM notes WHERE version_id = OLD.id), 'ACTIVE') END;
        END;
        CREATE TRIGGER total_of_added_note AFTER INSERT ON notes BEGIN
            UPDATE totals SET value = value + (name = NEW.state) - (name = 'ACTIVE')
            WHERE name IN ('ACTIVE', NEW.state)
                AND format = (SELECT s.format FROM versions v JOIN schemas s ON s.id = v.schema_id WHERE v.id = NEW.version_id AND v.deleted = 0);
        END;
        CREATE TRIGGER total_of_changed_note AFTER UPDATE OF state ON notes BEGIN
            UPDATE totals SET value = value + (name = NEW.state) - (name = OLD.state)
            WHERE name IN (OLD.state, NEW.state)
                AND format = (SELECT s.format FROM versions v JOIN schemas s ON s.id = v.schema_id WHERE v.id = NEW.version_id AND v.deleted = 0);
        END;
        -- How often schemas were read by their ids.
        CREATE TABLE accesses (
            schema_id     INTEGER PRIMARY KEY REFERENCES schemas (id) ON DELETE CASCADE,
            reads         INTEGER NOT NULL,
            last_read_at  INTEGER NOT NULL
        );
        CREATE INDEX accesses_by_reads ON accesses (reads);
        """,
        SearchMigration.Step,
    ];

    /// <summary>Refuses a file that is no registry's, or a newer one's.</summary>
    public static void RequireKnown(SqliteSession session, string file)
    {
        var done = Done(session);
        if (done < 1 || done > s_steps.Length)
        {
            throw new TransferException(done < 1 ? $"{file} is no database of a registry." : $"{file} was written by a newer version of the registry: use that one.");
        }
    }

    /// <summary>Refuses a file that this version of the registry has not brought up to date.</summary>
    public static void RequireCurrent(SqliteSession session, string file)
    {
        RequireKnown(session, file);
        if (Done(session) < s_steps.Length)
        {
            throw new TransferException($"{file} was written by an older version of the registry: start this one once, which brings it up to date.");
        }
    }

    /// <exception cref="DatabaseException">The file is another program's, or a newer registry has added steps that this one does not know.</exception>
    public static void Apply(SqliteSession session, string file)
    {
        session.Run("BEGIN IMMEDIATE");
        var done = Done(session);
        if (done > s_steps.Length)
        {
            throw new DatabaseException($"The database {file} was written by a newer version of the registry: start that one, or set Registry:DataDirectory to another folder.");
        }

        if (done == 0 && session.First("SELECT 1 FROM sqlite_master LIMIT 1", static _ => true))
        {
            throw new DatabaseException($"The database {file} has tables, but none that a registry has brought up to date: it is another program's, or damaged. Set Registry:DataDirectory to another folder, or put a back-up in its place.");
        }

        foreach (var step in s_steps.Skip(done))
        {
            session.Run(step);
        }

        // A pragma takes no parameters; the number is ours.
        session.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {s_steps.Length}"));
        session.Run("COMMIT");
    }

    private static int Done(SqliteSession session) => session.First("PRAGMA user_version", static row => row.GetInt32(0));
}
