using Microsoft.Data.Sqlite;
using SchemaRegistry.Api.Subjects;

namespace SchemaRegistry.Api.Storage;

/// <summary>A page of the list of all versions, by subject and number. However far down it is, what it skips is counted by the subject and not looked at.</summary>
internal sealed record VersionPage(string Prefix, bool LatestOnly, DeletedVersions Deleted, Page Page)
{
    /// <param name="session">The connection.</param>
    /// <param name="columns">What is read of <c>schemas</c> as <c>s</c>, <c>versions</c> as <c>v</c> and <c>subjects</c> as <c>u</c>.</param>
    /// <param name="join">Further tables.</param>
    /// <param name="read">Reads a row.</param>
    public IReadOnlyList<T> Read<T>(SqliteSession session, string columns, string join, Func<SqliteDataReader, T> read)
    {
        var (first, offset) = Page.Offset == 0 ? (Prefix, 0) : Skip(session);
        if (first is null)
        {
            return [];
        }

        // CROSS JOIN keeps the order of the look-ups: the rows of the page are found in the indexes first, in the order of the page.
        return session.All(
            $"""
            SELECT {columns}
            FROM (
                SELECT v.id FROM subjects u CROSS JOIN versions v ON v.subject_id = u.id
                WHERE u.name >= $2 AND u.name < $1 || char(1114111) AND {Counted} > 0 AND {Passes("v")} {(LatestOnly ? $"AND v.version = ({Latest})" : string.Empty)}
                ORDER BY u.name, v.version LIMIT $3 OFFSET $4
            ) page
            CROSS JOIN versions v ON v.id = page.id CROSS JOIN subjects u ON u.id = v.subject_id CROSS JOIN schemas s ON s.id = v.schema_id {join}
            ORDER BY u.name, v.version
            """,
            read,
            Prefix,
            first,
            Page.Limit,
            offset);
    }

    private string Latest => $"SELECT MAX(l.version) FROM versions l WHERE l.subject_id = u.id AND {Passes("l")}";

    // How many versions of a subject pass; it is in the index, so that those with none are not looked into.
    private string Counted => Deleted switch
    {
        DeletedVersions.Hidden => "u.live",
        DeletedVersions.Only => "u.deleted",
        _ => "u.live + u.deleted",
    };

    // The subject in which the page begins, and how many of its versions come before the page.
    private (string? First, int Offset) Skip(SqliteSession session)
    {
        var left = Page.Offset;
        var first = session.FirstWhere(
            $"SELECT {(LatestOnly ? $"{Counted} > 0" : Counted)}, u.name FROM subjects u WHERE u.name >= $1 AND u.name < $1 || char(1114111) ORDER BY u.name",
            row =>
            {
                var versions = row.GetInt32(0);
                if (left < versions)
                {
                    return true;
                }

                left -= versions;
                return false;
            },
            static row => row.GetString(1),
            Prefix);
        return (first, left);
    }

    // A constant can be looked up in the index; a range of both values could not.
    private string Passes(string table) => Deleted switch
    {
        DeletedVersions.Hidden => $"{table}.deleted = 0",
        DeletedVersions.Only => $"{table}.deleted = 1",
        _ => "1",
    };
}
