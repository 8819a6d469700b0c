using SchemaRegistry.Api.V1;

namespace SchemaRegistry.Api.Storage;

/// <summary>Finds versions by words, tags and properties, listed by subject and number.</summary>
/// <remarks>Of what matches, the first <see cref="Most"/> that were registered are looked at: a word that a million schemas have takes no longer than one that ten thousand have.</remarks>
internal static class SearchPage
{
    private const int Most = 10_000;

    // More subjects than these are compared one by one.
    private const int MostSubjects = 200;

    // So few documents are read rather than all that begin with a word are looked up.
    private const int FewDocuments = 1000;

    private const string Matching = "SELECT rowid AS id FROM search WHERE search MATCH $1 LIMIT $2";

    public static FoundVersions Find(SqliteSession session, CatalogQuery query)
    {
        var words = SearchTerms.Words(query.Text);
        var subjects = query.Pattern is null ? null : Subjects(session, query);
        if ((words.Count == 0 && !string.IsNullOrEmpty(query.Text)) || subjects is { Count: 0 })
        {
            return new FoundVersions([], Total: 0);
        }

        var terms = new SearchTerms(query, subjects?.Count > MostSubjects ? null : subjects);

        // A word that so many have is the one that is meant.
        var whole = terms.All(words);
        if (words.Count == 0 || Count(session, whole, Most) > Most)
        {
            return Page(session, query, Matching, whole);
        }

        // It takes long to look up all words that begin alike: not where the rest of the search leaves few documents.
        var rest = terms.All(words.SkipLast(1));
        return rest.Length > 0 && Count(session, rest, FewDocuments) <= FewDocuments
            ? Page(session, query, "SELECT value AS id FROM json_each($1) LIMIT $2", SchemaRows.WriteIds(WithWord(session, rest, words[^1])))
            : Page(session, query, Matching, terms.AllBegun(words));
    }

    private static FoundVersions Page(SqliteSession session, CatalogQuery query, string matching, string wanted)
    {
        // One more than is looked at: it shows that there are more.
        var rows = session.All(
            $"""
            SELECT v.id, $3 IS NULL OR u.name GLOB $3
            FROM ({matching}) found CROSS JOIN versions v ON v.id = found.id CROSS JOIN subjects u ON u.id = v.subject_id
            ORDER BY u.name, v.version
            """,
            static row => (Id: row.GetInt64(0), Fits: row.GetBoolean(1)),
            wanted,
            Most + 1,
            query.Pattern);
        var found = rows.Where(static row => row.Fits).Take(Most).Select(static row => row.Id).ToList();
        return new FoundVersions(query.Page.Cut(found), found.Count, rows.Count > Most);
    }

    private static int Count(SqliteSession session, string expression, int most) =>
        session.First($"SELECT COUNT(*) FROM ({Matching})", static row => row.GetInt32(0), expression, most + 1);

    // SQLite folds what the index folds, A to Z, and nothing else.
    private static IEnumerable<long> WithWord(SqliteSession session, string expression, string begin) => session.All(
        $"SELECT d.id, lower(d.words), lower($3) FROM ({Matching}) found CROSS JOIN documents d ON d.id = found.id",
        static row => (Id: row.GetInt64(0), Words: row.GetString(1), Begin: row.GetString(2)),
        expression,
        FewDocuments,
        begin)
        .Where(static document => SearchTerms.Words(document.Words).Any(word => word.StartsWith(document.Begin, StringComparison.Ordinal)))
        .Select(static document => document.Id);

    private static IReadOnlyList<long> Subjects(SqliteSession session, CatalogQuery query) => session.All(
        "SELECT u.id FROM subjects u WHERE u.name >= $1 AND u.name < $1 || char(1114111) AND u.live > 0 AND u.name GLOB $2 LIMIT $3",
        static row => row.GetInt64(0),
        query.Start,
        query.Pattern,
        MostSubjects + 1);
}
