using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Storage;
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

    // The limit is the connection's, and the writer's connection is the one that matters.
    private Task LimitAsync(string pragma) => _database!.WriteAsync(session => session.First(pragma, static row => row.GetInt64(0)), CancellationToken.None);
}
