namespace SchemaRegistry.Api.Storage;

/// <summary>The step that made lists with filters and searches independent of how many versions there are: counts by subject, language and state, and an index of words.</summary>
/// <remarks>
/// Both are kept by triggers, whoever writes. A live version is one document; what changes in it takes the document out as it was and puts it in as it is then, because the index of words keeps no text from which it
/// could forget by itself. What goes in waits in <c>unindexed</c> for the end of the transaction (<see cref="SearchIndex"/>). Words that start with <c>char(1)</c> are facts and not text: <c>s</c> the subject, <c>f</c> the language, <c>a</c> the state, <c>t</c> a tag, <c>m</c> a property (<see cref="SearchTerms"/>).
/// </remarks>
internal static class SearchMigration
{
    private const string Tables =
        """
        CREATE TABLE listing (
            subject     TEXT NOT NULL,
            format      TEXT NOT NULL,
            state       TEXT NOT NULL,
            subject_id  INTEGER NOT NULL,
            number      INTEGER NOT NULL,
            PRIMARY KEY (subject, format, state)
        ) WITHOUT ROWID;
        -- ascii: a word is a run of letters and digits, and of all that is not ASCII; nothing else is folded than A to Z.
        CREATE VIRTUAL TABLE search USING fts5(words, content = '', detail = none, columnsize = 0, prefix = '1 2 3 4 5', tokenize = "ascii tokenchars '\x01'");
        -- Versions that are not in the index yet; never more than a transaction has.
        CREATE TABLE unindexed (id INTEGER PRIMARY KEY);
        CREATE VIEW documents AS
            SELECT v.id, u.name AS subject, u.id AS subject_id, s.format, COALESCE(n.state, 'ACTIVE') AS state,
                replace(u.name || ' ' || COALESCE(v.text, s.text) || ' ' || COALESCE(n.description, ''), char(1), ' ')
                || ' ' || char(1) || 's' || u.id || ' ' || char(1) || 'f' || s.format || ' ' || char(1) || 'a' || COALESCE(n.state, 'ACTIVE')
                || COALESCE((SELECT group_concat(' ' || char(1) || 't' || hex(value), '') FROM json_each(n.tags)), '')
                || COALESCE((SELECT group_concat(' ' || char(1) || 'm' || hex(key) || 'x' || hex(value), '') FROM json_each(n.metadata)), '') AS words
            FROM versions v JOIN subjects u ON u.id = v.subject_id JOIN schemas s ON s.id = v.schema_id LEFT JOIN notes n ON n.version_id = v.id
            WHERE v.deleted = 0;
        INSERT INTO listing SELECT subject, format, state, subject_id, COUNT(*) FROM documents GROUP BY subject, format, state;
        INSERT INTO search (rowid, words) SELECT id, words FROM documents;
        CREATE TRIGGER listing_of_removed_subject AFTER DELETE ON subjects BEGIN
            DELETE FROM listing WHERE subject = OLD.name;
        END;

        """;

    private const string Enter =
        """
            INSERT INTO listing SELECT subject, format, state, subject_id, 1 FROM documents WHERE id = {0} ON CONFLICT DO UPDATE SET number = number + 1;
            INSERT INTO unindexed SELECT id FROM documents WHERE id = {0};
        END;

        """;

    private const string Leave =
        """
            UPDATE listing SET number = number - 1 WHERE (subject, format, state) = (SELECT subject, format, state FROM documents WHERE id = {0});
            INSERT INTO search (search, rowid, words) SELECT 'delete', id, words FROM documents WHERE id = {0} AND id NOT IN (SELECT id FROM unindexed);
            DELETE FROM unindexed WHERE id = {0};
        END;

        """;

    public static string Step { get; } = string.Concat(
        Tables.Replace("\\x01", "\u0001", StringComparison.Ordinal),
        Trigger("document_of_added_version AFTER INSERT ON versions", Enter, "NEW.id"),
        Trigger("document_before_deletion BEFORE UPDATE OF deleted ON versions", Leave, "OLD.id"),
        Trigger("document_after_deletion AFTER UPDATE OF deleted ON versions", Enter, "NEW.id"),
        Trigger("document_of_removed_version BEFORE DELETE ON versions", Leave, "OLD.id"),

        // Where the note is there and the statement changes it after all, the triggers of a change do it.
        Trigger("document_before_note BEFORE INSERT ON notes WHEN NOT EXISTS (SELECT 1 FROM notes WHERE version_id = NEW.version_id)", Leave, "NEW.version_id"),
        Trigger("document_after_note AFTER INSERT ON notes", Enter, "NEW.version_id"),
        Trigger("document_before_other_note BEFORE UPDATE ON notes", Leave, "OLD.version_id"),
        Trigger("document_after_other_note AFTER UPDATE ON notes", Enter, "NEW.version_id"),

        // With its version, which has left by then, or alone.
        Trigger("document_before_no_note BEFORE DELETE ON notes", Leave, "OLD.version_id"),
        Trigger("document_after_no_note AFTER DELETE ON notes", Enter, "OLD.version_id"));

    private static string Trigger(string head, string body, string id) => $"CREATE TRIGGER {head} BEGIN\n{body.Replace("{0}", id, StringComparison.Ordinal)}";
}
