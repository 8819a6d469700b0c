namespace SchemaRegistry.Api.Storage;

/// <summary>Numbers that are given out once.</summary>
internal static class Counters
{
    // An import may bring any id. Low ones push the counter, so that no id is given out a second time after its schema is gone; one near the end of
    // the range would leave no ids for others.
    private const int HighestPushingId = int.MaxValue / 2;

    /// <summary>A global id that no schema has or had.</summary>
    public static int NextSchemaId(SqliteSession session)
    {
        while (true)
        {
            var id = checked((int)Next(session, "schema"));
            if (session.First("SELECT 1 FROM schemas WHERE id = $1", static _ => 1, id) == 0)
            {
                return id;
            }
        }
    }

    /// <summary>Sees to it that an imported id is not given out later.</summary>
    public static void Skip(SqliteSession session, int importedId)
    {
        if (importedId <= HighestPushingId)
        {
            session.Execute("UPDATE counters SET value = MAX(value, $1) WHERE name = 'schema'", importedId);
        }
    }

    /// <summary>Notes that something of the subject changed.</summary>
    public static void Touch(SqliteSession session, long subjectId) =>
        session.Execute("UPDATE subjects SET change = $1 WHERE id = $2", Next(session, "change"), subjectId);

    private static long Next(SqliteSession session, string name) =>
        session.First("UPDATE counters SET value = value + 1 WHERE name = $1 RETURNING value", static row => row.GetInt64(0), name);
}
