using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.V1;

namespace SchemaRegistry.Api.Storage;

/// <summary>Finds versions by subject, language and state: the counts of the subjects are walked once, and only the versions of the page are looked at.</summary>
internal static class ListingPage
{
    private const string Subjects =
        """
        SELECT l.number, l.subject_id FROM listing l
        WHERE l.subject >= $1 AND l.subject < $1 || char(1114111) AND l.number > 0
            AND ($2 IS NULL OR l.format = $2) AND ($3 IS NULL OR l.state = $3) AND ($4 IS NULL OR l.subject GLOB $4)
        ORDER BY l.subject
        """;

    private const string Versions =
        """
        SELECT v.id FROM json_each($1) wanted
        CROSS JOIN versions v ON v.subject_id = wanted.value CROSS JOIN schemas s ON s.id = v.schema_id LEFT JOIN notes n ON n.version_id = v.id
        WHERE v.deleted = 0 AND ($2 IS NULL OR s.format = $2) AND ($3 IS NULL OR COALESCE(n.state, 'ACTIVE') = $3)
        ORDER BY wanted.key, v.version LIMIT $4 OFFSET $5
        """;

    // Of all subjects there are counts by language and state already.
    private const string Count =
        "SELECT SUM(value) FROM totals WHERE name IN ('DRAFT', 'ACTIVE', 'DEPRECATED', 'ARCHIVED') AND ($1 IS NULL OR format = $1) AND ($2 IS NULL OR name = $2)";

    public static FoundVersions Find(SqliteSession session, CatalogQuery query)
    {
        var format = query.Format is { } wanted ? SchemaFormats.WireName(wanted) : null;
        var state = query.State is { } named ? LifecycleStates.WireName(named) : null;
        var known = query.Start.Length == 0 && query.Pattern is null ? session.First(Count, static row => (int?)row.GetInt32(0), format, state) : null;
        var end = query.Page.Limit < 0 ? long.MaxValue : query.Page.Offset + (long)query.Page.Limit;
        var (walked, before, skipped) = (0, 0, 0);
        var current = 0L;
        var subjects = new List<long>();
        session.Walk(
            Subjects,
            row =>
            {
                // A subject has a row for each language and state that it has.
                if (row.GetInt64(1) is var subject && subject != current)
                {
                    (current, before) = (subject, walked);
                }

                walked += row.GetInt32(0);
                if (walked > query.Page.Offset && before < end && (subjects.Count == 0 || subjects[^1] != subject))
                {
                    skipped = subjects.Count == 0 ? before : skipped;
                    subjects.Add(subject);
                }

                return known is null || walked < end;
            },
            query.Start,
            format,
            state,
            query.Pattern);
        var ids = subjects.Count == 0
            ? []
            : session.All(Versions, static row => row.GetInt64(0), SchemaRows.WriteIds(subjects), format, state, query.Page.Limit, query.Page.Offset - skipped);
        return new FoundVersions(ids, known ?? walked);
    }
}
