using System.Globalization;
using System.Net;
using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Storage;

/// <summary>A database that cannot be used: the registry says so and ends, or answers 503, and what was there stays.</summary>
[SupportedOSPlatform("linux")]
public sealed class UnusableDatabaseTests : IDisposable
{
    private const int PageBytes = 4096;

    // In units of 512 bytes, as POSIX has it: one MiB.
    private const int LimitBlocks = 2048;

    private readonly TemporaryFolder _folder = new();

    private string DatabaseFile => Path.Combine(_folder.Path, "registry.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_WhileAnotherRegistryRuns_IsRefused_AndThatOneGoesOn()
    {
        await using var first = await RegistryProcess.StartAsync(_folder.Path, Settings(), "--urls", "http://127.0.0.1:0");

        await RequireRefusalAsync("dotnet", [], "Another registry has");

        (await first.Registry.RegisterAsync("a", "\"int\"")).Ok();
    }

    [Fact]
    public async Task Start_NotADatabase_IsRefused_AndTheFileIsLeftAlone()
    {
        var bytes = Enumerable.Range(0, 20_000).Select(static i => (byte)(i * 31)).ToArray();
        await File.WriteAllBytesAsync(DatabaseFile, bytes);

        await RequireRefusalAsync("dotnet", [], "it is damaged, or no SQLite database");

        Assert.Equal(bytes, await File.ReadAllBytesAsync(DatabaseFile));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    public async Task Start_APageOverwritten_IsRefused(int page)
    {
        await FillAsync();
        await using (var file = File.OpenWrite(DatabaseFile))
        {
            file.Position = page * PageBytes;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, PageBytes).ToArray());
        }

        await RequireRefusalAsync("dotnet", [], "it is damaged, or no SQLite database");
    }

    [Fact]
    public async Task Check_OfALargeFile_ReadsTheListOfSubjects()
    {
        await FillAsync();
        var connection = new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Pooling = false }.ToString();
        using (var whole = SqliteSession.Open(connection))
        {
            IntegrityCheck.Run(whole, length: long.MaxValue);
            await using var file = File.OpenWrite(DatabaseFile);
            file.Position = (whole.First("SELECT rootpage FROM sqlite_master WHERE name = 'subjects_by_name'", static row => row.GetInt64(0)) - 1) * PageBytes;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, PageBytes).ToArray());
        }

        using var damaged = SqliteSession.Open(connection);
        Assert.Equal("the database file is damaged", DatabaseErrors.Reason(Assert.Throws<SqliteException>(() => IntegrityCheck.Run(damaged, length: long.MaxValue))));
    }

    [Fact]
    public async Task Start_TheEndCutOff_IsRefused()
    {
        await FillAsync();
        await using (var file = File.OpenWrite(DatabaseFile))
        {
            file.SetLength(file.Length - (3 * PageBytes));
        }

        await RequireRefusalAsync("dotnet", [], "it is damaged, or no SQLite database");
    }

    [Fact]
    public async Task Start_EmptyFile_IsRefused_AndLeftAlone()
    {
        await File.WriteAllBytesAsync(DatabaseFile, []);

        await RequireRefusalAsync("dotnet", [], "is empty, 0 bytes long");

        Assert.Equal(0, new FileInfo(DatabaseFile).Length);
    }

    [Fact]
    public async Task Start_OfAnotherProgramsDatabase_IsRefused_AndItGetsNoTables()
    {
        SqliteLibrary.Use();
        var connection = new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Pooling = false }.ToString();
        using (var theirs = SqliteSession.Open(connection))
        {
            theirs.Run("CREATE TABLE theirs (x)");
        }

        await RequireRefusalAsync("dotnet", [], "it is another program's, or damaged");

        using var after = SqliteSession.Open(connection);
        Assert.Equal(["theirs"], after.All("SELECT name FROM sqlite_master", static row => row.GetString(0)));
    }

    [Fact]
    public async Task Start_OfALaterVersion_IsRefused()
    {
        await FillAsync("PRAGMA user_version = 1000");

        await RequireRefusalAsync("dotnet", [], "written by a newer version of the registry");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Start_FolderReadOnly_IsRefused(bool hasDatabase)
    {
        if (hasDatabase)
        {
            await FillAsync();
            foreach (var file in Directory.GetFiles(_folder.Path))
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead);
            }
        }

        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            // Permissions do not bind root, unless it gives that right away.
            var (program, before) = Environment.IsPrivilegedProcess
                ? ("setpriv", (string[])["--bounding-set", "-dac_override,-dac_read_search", "--inh-caps", "-dac_override,-dac_read_search", "dotnet"])
                : ("dotnet", []);
            await RequireRefusalAsync(program, before, "must be readable and writable for the user");
        }
        finally
        {
            File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task Write_DiskFull_Is503_AndAllThatWasAnsweredIsThere_AlsoAfterACrash()
    {
        var acknowledged = new List<(int Number, int Id)>();
        await using (var server = await RegistryProcess.StartLimitedAsync(LimitBlocks, _folder.Path, Settings(), "--urls", "http://127.0.0.1:0"))
        {
            var refused = await FillUntilRefusedAsync(server.Registry, acknowledged);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, 50301), (refused.Status, refused.ErrorCode));
            Assert.StartsWith("The registry cannot do this now, nothing was changed: the disk", refused.Message, StringComparison.Ordinal);

            // Again, with others at the same time: none is told that it succeeded.
            var again = await Task.WhenAll(Enumerable.Range(1000, 8).Select(i => server.Registry.RegisterAsync($"s{i}", Large(i))));
            Assert.All(again, static answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status));
            await RequireAllAsync(server.Registry, acknowledged);

            // There is room again.
            Assert.Equal(0, (await Tool.RunAsync("prlimit", "", $"--pid={server.ProcessId}", "--fsize=unlimited")).ExitCode);
            var next = (await server.Registry.RegisterAsync("next", Large(5000))).Ok();
            Assert.Equal(acknowledged.Count + 1, next.GetProperty("id").GetInt32());
            await server.KillAsync();
        }

        await using var later = await RegistryProcess.StartAsync(_folder.Path, Settings(), "--urls", "http://127.0.0.1:0");
        await RequireAllAsync(later.Registry, acknowledged);
        Assert.Equal(acknowledged.Count + 1, (await later.Registry.GetAsync("/subjects")).Ok().GetArrayLength());
    }

    // The same on a real disk that others fill.
    [SmallDiskFact]
    public async Task Write_ToADiskThatOthersFill_Is503_UntilThereIsRoom()
    {
        using var disk = new SmallDisk(_folder.Path);
        var acknowledged = new List<(int Number, int Id)>();
        await using (var server = await RegistryProcess.StartAsync(_folder.Path, Settings(), "--urls", "http://127.0.0.1:0"))
        {
            (await server.Registry.RegisterAsync("s0", Large(0))).Ok();
            acknowledged.Add((0, 1));
            disk.Fill();

            // What the log of writes has room for is still written.
            var refused = await FillUntilRefusedAsync(server.Registry, acknowledged, first: 1);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, 50301), (refused.Status, refused.ErrorCode));
            Assert.Contains("the disk is full", refused.Message, StringComparison.Ordinal);
            await RequireAllAsync(server.Registry, acknowledged);

            disk.MakeRoom();
            Assert.Equal(acknowledged.Count + 1, (await server.Registry.RegisterAsync($"s{acknowledged.Count}", Large(acknowledged.Count))).Ok().GetProperty("id").GetInt32());
            acknowledged.Add((acknowledged.Count, acknowledged.Count + 1));
            await server.KillAsync();
        }

        await using var later = await RegistryProcess.StartAsync(_folder.Path, Settings(), "--urls", "http://127.0.0.1:0");
        await RequireAllAsync(later.Registry, acknowledged);
    }

    private static async Task<RegistryAnswer> FillUntilRefusedAsync(RegistryClient registry, List<(int Number, int Id)> acknowledged, int first = 0)
    {
        for (var i = first; i < 1000; i++)
        {
            var answer = await registry.RegisterAsync($"s{i}", Large(i));
            if (answer.Status != HttpStatusCode.OK)
            {
                return answer;
            }

            acknowledged.Add((i, answer.Json.GetProperty("id").GetInt32()));
        }

        throw new InvalidOperationException("The limit of the file's size has no effect.");
    }

    private static async Task RequireAllAsync(RegistryClient registry, IReadOnlyList<(int Number, int Id)> acknowledged)
    {
        Assert.NotEmpty(acknowledged);
        Assert.Equal(Enumerable.Range(1, acknowledged.Count), acknowledged.Select(static one => one.Id));
        foreach (var (number, id) in acknowledged)
        {
            var latest = (await registry.GetAsync($"/subjects/s{number}/versions/latest")).Ok();
            Assert.Equal((id, Large(number)), (latest.GetProperty("id").GetInt32(), latest.GetProperty("schema").GetString()));
        }
    }

    private static string Large(int number) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"type":"fixed","name":"F","size":{{number + 1}},"doc":"{{new string('x', 50_000)}}"}""");

    private Dictionary<string, string> Settings() => new(StringComparer.Ordinal) { ["Registry__DataDirectory"] = _folder.Path };

    // As a registry leaves it that was shut down: all is in the one file.
    private async Task FillAsync(string last = "PRAGMA optimize")
    {
        using var database = new SqliteDatabase(Options.Create(new RegistryOptions { DataDirectory = _folder.Path }));
        database.Open();
        await database.WriteAsync(
            static session =>
            {
                for (var i = 0; i < 200; i++)
                {
                    session.Execute("INSERT INTO schemas (id, identity, content, format, text) VALUES ($1, randomblob(32), randomblob(32), 'AVRO', $2)", i + 1, new string('x', 500));
                }

                return 0;
            },
            CancellationToken.None);
        database.Read(session =>
        {
            session.Run(last);
            return 0;
        });
    }

    private async Task RequireRefusalAsync(string program, IReadOnlyList<string> before, string reason)
    {
        var (exitCode, lines) = await Tool.RunAsync(
            program, "", [.. before, typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0", "--Registry:DataDirectory", _folder.Path]);

        Assert.Equal(1, exitCode);
        var line = Assert.Single(lines);
        Assert.Contains("\"CRITICAL\"", line, StringComparison.Ordinal);
        Assert.Contains("The registry does not start.", line, StringComparison.Ordinal);
        Assert.Contains(_folder.Path, line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
    }
}
