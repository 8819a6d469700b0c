namespace SchemaRegistry.Api.Storage;

/// <summary>The index of words, as far as the triggers leave it to the writer.</summary>
internal static class SearchIndex
{
    /// <summary>Puts in what waits, at the end of a transaction and outside of its savepoints: the index writes a part of its own whenever a savepoint begins, which for each version took as long as all else.</summary>
    public static void Complete(SqliteSession session)
    {
        if (session.Execute("INSERT INTO search (rowid, words) SELECT d.id, d.words FROM unindexed q CROSS JOIN documents d ON d.id = q.id") > 0)
        {
            session.Execute("DELETE FROM unindexed");
        }
    }
}
