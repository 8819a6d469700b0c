using System.Net.Http.Headers;
using Instrumentation.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SchemaRegistry.Api.Commands;
using SchemaRegistry.Api.Hosting;
using SchemaRegistry.Api.Storage;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Operation;

public sealed class BackupTests : IDisposable
{
    private const string Key = "a-long-enough-secret";
    private const string Route = "/api/v1/admin/backup";

    private readonly TemporaryFolder _backups = new();

    public void Dispose() => _backups.Dispose();

    [Fact]
    public async Task Backup_WithoutAKeyInTheConfiguration_IsForbiddenAndSaysHowToAllowIt()
    {
        await using var server = new RegistryServer();

        var answer = await server.Registry.PostAsync(Route, "{}");

        Assert.Equal((403, "FORBIDDEN"), ((int)answer.Status, answer.Json.GetProperty("error_code").GetString()));
        Assert.Contains("Registry__AdminKey", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Basic a-long-enough-secret")]
    [InlineData("a-long-enough-secret")]
    [InlineData("Bearer a-long-enough-secre")]
    public async Task Backup_WithoutTheKey_IsUnauthorizedAndWritesNothing(string? authorization)
    {
        await using var server = Server();

        var answer = await BackUpAsync(server, authorization);

        Assert.Equal((401, "Bearer"), ((int)answer.Status, Assert.Single(answer.Headers.WwwAuthenticate).ToString()));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_backups.Path));
    }

    [Theory]
    [InlineData("ops", 201)]
    [InlineData("guest", 403)]
    [InlineData(null, 401)]
    public async Task Backup_WhereThereIsAPolicyForManagement_AsksForItToo(string? user, int status)
    {
        await using var server = new RegistryServer(services =>
        {
            services.PostConfigure<RegistryOptions>(options => (options.AdminKey, options.BackupDirectory) = (Key, _backups.Path));
            services.PostConfigure<AspNetCoreInstrumentationOptions>(static options => options.ManagementPolicy = "management");
            services.AddAuthentication(HeaderAuthentication.Scheme).AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>(HeaderAuthentication.Scheme, configureOptions: null);
            services.AddAuthorizationBuilder().AddPolicy("management", static policy => policy.RequireUserName("ops"));
        });
        var request = new HttpRequestMessage(HttpMethod.Post, Route) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Key) } };
        if (user is not null)
        {
            request.Headers.Add(HeaderAuthentication.Header, user);
        }

        Assert.Equal(status, (int)(await server.Registry.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Backup_WhileOthersRegister_IsOneSoundFileWithAllThatWasAcknowledgedBefore()
    {
        await using var server = Server();
        for (var i = 0; i < 20; i++)
        {
            (await server.Registry.RegisterAsync("before", $$"""{"maximum":{{i}}}""", "JSON")).Ok();
        }

        using var enough = new CancellationTokenSource();
        var others = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                (await server.Registry.RegisterAsync($"during-{i}", "\"string\"")).Ok();
            }
        });
        var made = (await BackUpAsync(server, $"Bearer {Key}")).Created();
        await enough.CancelAsync();
        await others;

        var file = made.GetProperty("file").GetString()!;
        Assert.Equal(_backups.Path, Path.GetDirectoryName(file));
        Assert.Equal(file, Assert.Single(Directory.EnumerateFiles(_backups.Path)));
        Assert.Equal(new FileInfo(file).Length, made.GetProperty("size_bytes").GetInt64());
        Assert.Equal("ok", await AskAsync(file, "PRAGMA integrity_check"));
        Assert.Equal("20", await AskAsync(file, "SELECT COUNT(*) FROM versions v JOIN subjects u ON u.id = v.subject_id WHERE u.name = 'before'"));
        Assert.Equal(made.GetProperty("versions").ToString(), await AskAsync(file, "SELECT COUNT(*) FROM versions"));
    }

    [Fact]
    public async Task Backup_OfAPathInTheRequest_IgnoresIt()
    {
        await using var server = Server();

        var answer = await BackUpAsync(server, $"Bearer {Key}", "?file=/tmp/elsewhere.db&path=../../x", """{"file":"../elsewhere.db"}""");

        Assert.Equal(_backups.Path, Path.GetDirectoryName(answer.Created().GetProperty("file").GetString()));
        Assert.Single(Directory.EnumerateFileSystemEntries(_backups.Path));
    }

    [Fact]
    public async Task Backup_IntoAFolderThatIsAFile_SaysSoAndTheRegistryGoesOn()
    {
        var blocked = Path.Combine(_backups.Path, "blocked");
        await File.WriteAllTextAsync(blocked, string.Empty);
        await using var server = Server(blocked);

        var answer = await BackUpAsync(server, $"Bearer {Key}");

        Assert.Equal(500, (int)answer.Status);
        Assert.Contains(blocked, answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        (await server.Registry.RegisterAsync("a", "\"string\"")).Ok();
    }

    [Fact]
    public async Task Restore_OfABackup_BringsBackThatStateAndKeepsTheOther()
    {
        using var data = new TemporaryFolder();
        var environment = new Dictionary<string, string>
        {
            ["Registry__DataDirectory"] = data.Path,
            ["Registry__AdminKey"] = Key,
            ["Registry__ShutdownDelay"] = "00:00:00",
        };
        string file;
        await using (var server = await RegistryProcess.StartAsync(data.Path, environment, "--urls", "http://127.0.0.1:0"))
        {
            (await server.Registry.RegisterAsync("kept", "\"string\"")).Ok();
            file = (await BackUpAsync(server.Registry, $"Bearer {Key}")).Created().GetProperty("file").GetString()!;
            (await server.Registry.RegisterAsync("later", "\"int\"")).Ok();
            Assert.Equal(0, await server.TerminateAsync());
        }

        Assert.Equal(0, await CommandLine.Find(["restore", file, $"--Registry:DataDirectory={data.Path}"])!.RunAsync());

        await using var again = await RegistryProcess.StartAsync(data.Path, environment, "--urls", "http://127.0.0.1:0");
        Assert.Equal("""["kept"]""", (await again.Registry.GetAsync("/subjects")).Text);
        Assert.Equal("\"string\"", (await again.Registry.GetAsync("/schemas/ids/1/schema")).Text);
        var before = Assert.Single(Directory.EnumerateFiles(data.Path, "registry.db.before-*"));
        Assert.Equal("2", await AskAsync(before, "SELECT COUNT(*) FROM subjects"));
    }

    [Fact]
    public async Task Restore_WhileTheRegistryRuns_IsRefused()
    {
        await using var server = Server();
        (await server.Registry.RegisterAsync("kept", "\"string\"")).Ok();
        var file = (await BackUpAsync(server, $"Bearer {Key}")).Created().GetProperty("file").GetString()!;
        (await server.Registry.RegisterAsync("later", "\"int\"")).Ok();

        Assert.Equal(1, await CommandLine.Find(["restore", file, $"--Registry:DataDirectory={Path.GetDirectoryName(server.DatabaseFile)}"])!.RunAsync());

        Assert.Equal("""["kept","later"]""", (await server.Registry.GetAsync("/subjects")).Text);
    }

    [Fact]
    public async Task Restore_OfADamagedFile_ChangesNothing()
    {
        await using var server = Server();
        (await server.Registry.RegisterAsync("kept", "\"string\"")).Ok();
        var file = (await BackUpAsync(server, $"Bearer {Key}")).Created().GetProperty("file").GetString()!;
        using var data = new TemporaryFolder();
        var target = Path.Combine(data.Path, "registry.db");
        File.Copy(file, target);
        var before = await File.ReadAllBytesAsync(target);
        var damaged = await File.ReadAllBytesAsync(file);
        Array.Fill(damaged, (byte)0x5a, 4096, damaged.Length - 8192);
        await File.WriteAllBytesAsync(file, damaged);

        Assert.Equal(1, await CommandLine.Find(["restore", file, $"--Registry:DataDirectory={data.Path}"])!.RunAsync());
        Assert.Equal(1, await CommandLine.Find(["restore", Path.Combine(data.Path, "none.db"), $"--Registry:DataDirectory={data.Path}"])!.RunAsync());

        Assert.Equal(before, await File.ReadAllBytesAsync(target));
        Assert.Equal([target, target + ".lock"], Directory.EnumerateFiles(data.Path).Order(StringComparer.Ordinal));
    }

    private RegistryServer Server(string? folder = null) => new(services => services.PostConfigure<RegistryOptions>(options =>
    {
        options.AdminKey = Key;
        options.BackupDirectory = folder ?? _backups.Path;
    }));

    private static Task<RegistryAnswer> BackUpAsync(RegistryServer server, string? authorization, string query = "", string? body = null) =>
        BackUpAsync(server.Registry, authorization, query, body);

    private static Task<RegistryAnswer> BackUpAsync(RegistryClient registry, string? authorization, string query = "", string? body = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Route + query);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Content = body is null ? null : new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
        return registry.SendAsync(request);
    }

    private static async Task<string> AskAsync(string file, string sql)
    {
        SqliteLibrary.Use();
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync())!.ToString()!;
    }
}
