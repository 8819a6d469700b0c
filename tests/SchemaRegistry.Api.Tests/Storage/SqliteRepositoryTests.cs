using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.Subjects;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Storage;

/// <summary>The store of the embedded database.</summary>
public sealed class SqliteRepositoryTests : RepositoryTests
{
    private readonly TemporaryFolder _folder = new();
    private SqliteDatabase? _database;

    private protected override Task<RepositorySet> OpenAsync()
    {
        _database = new SqliteDatabase(Options.Create(new RegistryOptions { DataDirectory = _folder.Path }));
        _database.Open();
        return Task.FromResult(new RepositorySet(
            new SqliteSchemaRepository(_database),
            new SqliteSubjectRepository(_database),
            new SqliteVersionRepository(_database, TimeProvider.System),
            new SqliteConfigRepository(_database),
            new SqliteModeRepository(_database),
            new SqliteCatalogRepository(_database),
            new SqliteHealthRepository(_database)));
    }

    private protected override Task CloseAsync()
    {
        _database?.Dispose();
        return Task.CompletedTask;
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Write_PastTheLastPage_FailsAndChangesNothing_AndSucceedsWithMoreRoom()
    {
        await AddAsync("before", "\"int\"");
        await LimitAsync("PRAGMA max_page_count = 1");

        var full = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => AddAsync("after", Text(new string('x', 500_000))));

        Assert.Equal("the disk is full", DatabaseErrors.Reason(full));
        Assert.Equal(["before"], await NamesAsync());
        await LimitAsync("PRAGMA max_page_count = 1000000");
        Assert.Equal(2, (await AddAsync("after", Text(new string('x', 500_000)))).Version.Schema.Id);
    }

    [Theory]
    [InlineData("notes")]
    [InlineData("configs")]
    public async Task Add_WhoseNoteOrLevelCannotBeWritten_WritesNoVersion(string table)
    {
        await _database!.WriteAsync(
            session => session.Execute($"CREATE TRIGGER no_{table} BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END"), CancellationToken.None);

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => AddAsync(New("a", "\"int\"") with { Note = s_note, Level = CompatibilityLevel.Full }));

        Assert.Empty(await NamesAsync());
        Assert.Equal(0, _database.Read(static session => session.First("SELECT COUNT(*) FROM schemas", static row => row.GetInt32(0))));
    }

    [Fact]
    public async Task Write_ThatFails_TakesNoOtherOfItsTransactionAlong()
    {
        // The first holds the writer until the rest is waiting, so that these share one transaction.
        using var waiting = new ManualResetEventSlim();
        var first = _database!.WriteAsync(_ => { waiting.Wait(); return 0; }, CancellationToken.None);
        var before = _database.WriteAsync(static session => session.Execute("INSERT INTO subjects (name) VALUES ('before')"), CancellationToken.None);
        var wrong = _database.WriteAsync(
            static session => session.Execute("INSERT INTO subjects (name) VALUES ('wrong')") + session.Execute("INSERT INTO subjects (name) VALUES ('before')"), CancellationToken.None);
        using var cancelled = new CancellationTokenSource();
        var late = _database.WriteAsync(static session => session.Execute("INSERT INTO subjects (name) VALUES ('late')"), cancelled.Token);
        var after = _database.WriteAsync(static session => session.Execute("INSERT INTO subjects (name) VALUES ('after')"), CancellationToken.None);
        await cancelled.CancelAsync();
        waiting.Set();
        await Task.WhenAll(first, before, after);

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => wrong);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late);
        Assert.Equal(["after", "before"], _database.Read(static session => session.All("SELECT name FROM subjects ORDER BY name", static row => row.GetString(0))));
    }

    [Fact]
    public void Connection_IsSetUp_AsDocumented()
    {
        Assert.Equal("wal", _database!.Read(static session => session.First("PRAGMA journal_mode", static row => row.GetString(0))));
        Assert.Equal(1, _database.Read(static session => session.First("PRAGMA foreign_keys", static row => row.GetInt32(0))));
        Assert.Equal(2, _database.Read(static session => session.First("PRAGMA synchronous", static row => row.GetInt32(0))));
    }

    [Fact]
    public void Open_Twice_IsRefused()
    {
        using var second = new SqliteDatabase(Options.Create(new RegistryOptions { DataDirectory = _folder.Path }));

        Assert.StartsWith("Another registry has ", Assert.Throws<DatabaseException>(second.Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_MoreThanAreLookedAt_SaysSo_AndANarrowerOneFindsAll()
    {
        const int Subjects = 10_010;
        await _database!.WriteAsync(
            static session =>
            {
                for (var i = 0; i < Subjects; i++)
                {
                    var schema = new NewSchema($"team-{i % 7}.s{i}", SchemaFormat.Avro, Text($"word w{i}"), [], Metadata: null, RuleSet: null);
                    VersionWrites.Add(session, schema, SchemaIdentity.Of(schema, schema.Text), DateTimeOffset.UnixEpoch);
                }

                return 0;
            },
            CancellationToken.None);
        var catalog = new SqliteCatalogRepository(_database);

        var common = await catalog.ListAsync(new(Page.Of(9_998, 50)) { Text = "word" }, default);
        Assert.Equal((2, 10_000, true), (common.Entries.Count, common.Total, common.IsTruncated));
        var begun = await catalog.ListAsync(new(Page.Of(0, 1)) { Text = "wor" }, default);
        Assert.Equal((1, 10_000, true), (begun.Entries.Count, begun.Total, begun.IsTruncated));

        // The last ones are not among the first ten thousand; a pattern that few subjects have finds them all the same, and one that many have is looked for in those.
        var last = await catalog.ListAsync(new(Page.Of(0, 50)) { Text = "word", Pattern = "*s1000?" }, default);
        Assert.Equal((10, 10, false), (last.Entries.Count, last.Total, last.IsTruncated));
        var many = await catalog.ListAsync(new(Page.Of(0, 50)) { Text = "w1", Pattern = "team-[0-3]*" }, default);
        Assert.Equal((50, false), (many.Entries.Count, many.IsTruncated));
        Assert.All(many.Entries, static entry => Assert.Contains("word w1", entry.Version.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Index_AfterEveryKindOfChange_IsAsIfMadeAnew()
    {
        var notes = new SqliteCatalogRepository(_database!);
        var versions = new SqliteVersionRepository(_database!, TimeProvider.System);
        for (var i = 0; i < 12; i++)
        {
            var added = await AddAsync($"s{i % 3}", Text($"number {i}"));
            if (i % 2 == 0 || i == 9)
            {
                await notes.ChangeAsync(added.Version.Key, note => note with { State = V1.LifecycleState.Draft, Description = $"note {i}", Tags = ["t", $"t{i}"] }, default);
            }

            if (i % 4 == 0)
            {
                await notes.ChangeAsync(added.Version.Key, note => note with { State = V1.LifecycleState.Active, Description = "changed", Metadata = new Dictionary<string, string> { ["k"] = $"{i}" } }, default);
            }
        }

        await versions.DeleteVersionAsync("s0", 1, permanent: false, default);
        await versions.DeleteVersionAsync("s0", 2, permanent: false, default);
        await versions.DeleteVersionAsync("s0", 2, permanent: true, default);
        await AddAsync("s0", Text("number 0"));
        await versions.DeleteSubjectAsync("s1", permanent: false, default);
        await AddAsync("s1", Text("number 4"));
        await versions.DeleteSubjectAsync("s2", permanent: false, default);
        await versions.DeleteSubjectAsync("s2", permanent: true, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _database!.WriteAsync<int>(
            static session =>
            {
                session.Execute("UPDATE versions SET deleted = 1");
                session.Execute("DELETE FROM notes");
                throw new InvalidOperationException("All of it is taken back.");
            },
            CancellationToken.None));
        await _database!.WriteAsync(static session => session.Execute("DELETE FROM notes WHERE rowid = (SELECT MIN(rowid) FROM notes)"), CancellationToken.None);

        var (index, anew) = _database.Read(static session =>
        {
            session.Run(
                """
                CREATE VIRTUAL TABLE temp.anew USING fts5(words, content = '', detail = none, columnsize = 0, prefix = '1 2 3 4 5', tokenize = "ascii tokenchars ''");
                INSERT INTO temp.anew (rowid, words) SELECT id, words FROM documents;
                CREATE VIRTUAL TABLE temp.words_now USING fts5vocab(main, search, instance);
                CREATE VIRTUAL TABLE temp.words_anew USING fts5vocab(temp, anew, instance);
                """.Replace("\u0001", "", StringComparison.Ordinal));
            return (Words(session, "words_now"), Words(session, "words_anew"));
        });
        Assert.Contains("note 10", anew);
        Assert.Equal(anew, index);
        Assert.Empty(_database.Read(static session => session.All(
            """
            SELECT subject FROM (
                SELECT subject, format, state, number FROM listing WHERE number <> 0
                UNION ALL SELECT subject, format, state, COUNT(*) FROM documents GROUP BY subject, format, state)
            GROUP BY subject, format, state, number HAVING COUNT(*) <> 2
            """,
            static row => row.GetString(0))));
    }

    private static List<string> Words(SqliteSession session, string table) =>
        [.. session.All($"SELECT term || ' ' || doc FROM temp.{table}", static row => row.GetString(0)).Order(StringComparer.Ordinal)];

    // The limit is the connection's, and the writer's connection is the one that matters.
    private Task LimitAsync(string pragma) => _database!.WriteAsync(session => session.First(pragma, static row => row.GetInt64(0)), CancellationToken.None);
}
