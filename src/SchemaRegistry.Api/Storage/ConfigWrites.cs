using SchemaRegistry.Api.Config;

namespace SchemaRegistry.Api.Storage;

/// <summary>Reads and changes a configuration, within a transaction.</summary>
internal static class ConfigWrites
{
    // No subject has an empty name.
    public const string Global = "";

    public static ConfigSettings? Find(SqliteSession session, string? subject) =>
        session.First("SELECT settings FROM configs WHERE subject = $1", static row => SchemaRows.Parse<ConfigSettings>(row, 0), subject ?? Global);

    public static int Change(SqliteSession session, string? subject, Func<ConfigSettings?, ConfigSettings> change) => session.Execute(
        "INSERT INTO configs (subject, settings) VALUES ($1, $2) ON CONFLICT DO UPDATE SET settings = excluded.settings",
        subject ?? Global,
        SchemaRows.Write(change(Find(session, subject))));
}
