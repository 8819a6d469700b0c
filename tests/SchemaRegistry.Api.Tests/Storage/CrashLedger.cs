using System.Globalization;
using Microsoft.Data.Sqlite;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Storage;

/// <summary>What the clients were told, and what they asked for without an answer; compared with what is in the database after a crash.</summary>
internal sealed class CrashLedger
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Subject, int Version), CrashLedgerEntry> _versions = [];
    private readonly HashSet<(string Subject, string Text)> _unanswered = [];
    private readonly HashSet<int> _freedIds = [];

    /// <summary>How many changes were answered.</summary>
    public int Acknowledged { get; private set; }

    public void Registering(string subject, string text)
    {
        lock (_lock)
        {
            Assert.True(_unanswered.Add((subject, text)));
        }
    }

    public void Registered(string subject, string text, int version, int id)
    {
        lock (_lock)
        {
            Assert.True(_unanswered.Remove((subject, text)));
            Assert.True(_versions.TryAdd((subject, version), new CrashLedgerEntry(id, text)), $"{subject} {version} was given out twice.");
            Acknowledged++;
        }
    }

    /// <summary>A version that nobody deletes yet, and not the newest: its number stays taken.</summary>
    public int? ToDelete(string subject)
    {
        lock (_lock)
        {
            var live = _versions.Where(entry => entry.Key.Subject == subject && entry.Value is { AtMost: CrashState.Live }).Select(static entry => entry.Key.Version).Order().ToList();
            if (live.Count < 2)
            {
                return null;
            }

            _versions[(subject, live[0])].AtMost = CrashState.Deleted;
            return live[0];
        }
    }

    public void Deleting(string subject, int version, bool permanent)
    {
        lock (_lock)
        {
            _versions[(subject, version)].AtMost = permanent ? CrashState.Gone : CrashState.Deleted;
        }
    }

    public void Deleted(string subject, int version, bool permanent)
    {
        lock (_lock)
        {
            _versions[(subject, version)].AtLeast = permanent ? CrashState.Gone : CrashState.Deleted;
            Acknowledged++;
        }
    }

    /// <summary>Compares with the file, and takes over what had happened to the requests that were not answered.</summary>
    public void Settle(string database)
    {
        using var session = SqliteSession.Open(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        Assert.Equal(["ok"], session.All("PRAGMA integrity_check", static row => row.GetString(0)));
        Assert.Empty(session.All("PRAGMA foreign_key_check", static row => row.GetString(0)));
        session.Run("INSERT INTO search (search) VALUES ('integrity-check')");
        var rows = session.All(
            "SELECT u.name, v.version, v.schema_id, s.text, v.deleted FROM versions v JOIN subjects u ON u.id = v.subject_id JOIN schemas s ON s.id = v.schema_id",
            static row => (Subject: row.GetString(0), Version: row.GetInt32(1), Id: row.GetInt32(2), Text: row.GetString(3), IsDeleted: row.GetBoolean(4)));
        foreach (var row in rows)
        {
            // What is there and was not answered was asked for.
            if (!_versions.TryGetValue((row.Subject, row.Version), out var entry))
            {
                Assert.True(_unanswered.Remove((row.Subject, row.Text)), $"Nobody registered {row}.");
                _versions.Add((row.Subject, row.Version), entry = new CrashLedgerEntry(row.Id, row.Text));
            }

            Assert.Equal((entry.Id, entry.Text), (row.Id, row.Text));
            var state = row.IsDeleted ? CrashState.Deleted : CrashState.Live;
            Assert.True(state >= entry.AtLeast && state <= entry.AtMost, $"{row} was {entry.AtLeast} and may be {entry.AtMost}.");
            entry.AtLeast = entry.AtMost = state;
        }

        var present = rows.Select(static row => (row.Subject, row.Version)).ToHashSet();
        foreach (var (key, entry) in _versions.Where(entry => !present.Contains(entry.Key)))
        {
            Assert.True(entry.AtMost == CrashState.Gone, $"{key} was acknowledged and is not there.");
            entry.AtLeast = CrashState.Gone;
            _freedIds.Add(entry.Id);
        }

        // Nothing of these has happened, and nobody will ask again.
        _unanswered.Clear();
        RequireNoGap(rows.Select(static row => row.Id).Concat(_freedIds), "id");
        foreach (var subject in _versions.Keys.GroupBy(static key => key.Subject))
        {
            RequireNoGap(subject.Select(static key => key.Version), subject.Key);
        }

        Assert.Equal(_versions.Count, session.First("SELECT value FROM counters WHERE name = 'schema'", static row => row.GetInt32(0)));
        Assert.Equal(rows.Count, session.First("SELECT COUNT(*) FROM schemas", static row => row.GetInt32(0)));
        Assert.Equal(rows.Count, session.First("SELECT SUM(live + deleted) FROM subjects", static row => row.IsDBNull(0) ? 0 : row.GetInt32(0)));
        var live = rows.Where(static row => !row.IsDeleted).ToList();
        Assert.Equal(live.Count, session.First("SELECT SUM(number) FROM listing", static row => row.IsDBNull(0) ? 0 : row.GetInt32(0)));
        Assert.Equal(0, session.First("SELECT COUNT(*) FROM unindexed", static row => row.GetInt32(0)));
        Assert.Equal(live.Count, session.First("SELECT COUNT(*) FROM search WHERE search MATCH 'fixed'", static row => row.GetInt32(0)));
    }

    /// <summary>Asks the registry itself for the last of what must be there.</summary>
    public async Task ReadBackAsync(RegistryClient registry)
    {
        foreach (var ((subject, version), entry) in _versions.OrderByDescending(static entry => entry.Value.Id).Take(50))
        {
            var answer = await registry.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/subjects/{subject}/versions/{version}"));
            if (entry.AtLeast == CrashState.Live)
            {
                Assert.Equal((entry.Id, entry.Text), (answer.Ok().GetProperty("id").GetInt32(), answer.Json.GetProperty("schema").GetString()));
            }
            else
            {
                Assert.Equal(40402, answer.ErrorCode);
            }

            var byId = await registry.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/schemas/ids/{entry.Id}/schema"));
            Assert.Equal(entry.AtLeast == CrashState.Gone ? 404 : 200, (int)byId.Status);
        }
    }

    private static void RequireNoGap(IEnumerable<int> numbers, string of)
    {
        var sorted = numbers.Order().ToList();
        Assert.True(sorted.SequenceEqual(Enumerable.Range(1, sorted.Count)), $"Twice or a gap: {of} {string.Join(' ', sorted)}");
    }
}
