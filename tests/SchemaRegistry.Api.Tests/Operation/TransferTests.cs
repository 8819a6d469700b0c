using SchemaRegistry.Api.Commands;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Operation;

/// <summary>Export and import, as commands of the program.</summary>
public sealed class TransferTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_OfAnExport_AnswersAsTheFirstRegistryDoes()
    {
        var source = In("source");
        var target = In("target");
        var file = In("registry.jsonl");
        await using var first = await StartAsync(source);
        await FillAsync(first.Registry);

        // While the server runs.
        Assert.Equal(0, await RunAsync("export", file, source));
        Assert.Equal(0, await RunAsync("import", file, target));

        await using var second = await StartAsync(target);
        foreach (var path in (string[])[
            "/subjects?deleted=true", "/subjects", "/subjects/a/versions?deletedOnly=true", "/subjects/a/versions/2", "/subjects/a%2Fb%20%C3%A4/versions/1",
            "/schemas?deleted=true", "/schemas/ids/1", "/schemas/ids/2", "/schemas/ids/3", "/schemas/ids/70", "/subjects/base/versions/1/referencedby", "/config", "/config/a", "/mode/imported",
            "/api/v1/schemas", "/api/v1/subjects/note/versions/1"])
        {
            Assert.Equal((await first.Registry.GetAsync(path)).Text, (await second.Registry.GetAsync(path)).Text);
        }

        // The highest id was of a schema that is gone; nobody gets it again.
        Assert.Equal(71, (await first.Registry.RegisterAsync("new", "\"bytes\"")).Ok().GetProperty("id").GetInt32());
        Assert.Equal(71, (await second.Registry.RegisterAsync("new", "\"bytes\"")).Ok().GetProperty("id").GetInt32());
        Assert.Equal(1, (await second.Registry.RegisterAsync("other", "\"string\"")).Ok().GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task Import_IntoARegistryWithVersions_IsRefusedAndChangesNothing()
    {
        var source = In("source");
        var file = In("registry.jsonl");
        await using (var server = await StartAsync(source))
        {
            (await server.Registry.RegisterAsync("a", "\"string\"")).Ok();
            Assert.Equal(0, await RunAsync("export", file, source));
            Assert.Equal(1, await RunAsync("export", file, source));
            Assert.Equal(0, await server.TerminateAsync());
        }

        Assert.Equal(1, await RunAsync("import", file, source));

        var again = In("again.jsonl");
        Assert.Equal(0, await RunAsync("export", again, source));
        Assert.Equal(await File.ReadAllTextAsync(file), await File.ReadAllTextAsync(again));
    }

    [Theory]
    [InlineData("{\"kind\":\"Version\",\"id\":9,\"subject\":\"x\",\"version\":1,\"schemaId\":99,\"registeredAt\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("{\"kind\":\"Version\",\"id\":9}")]
    [InlineData("{\"kind\":\"Registry\",\"format\":1,\"lastId\":1}")]
    [InlineData("{\"kind\":\"Mode\",\"mode\":\"SOMETIMES\"}")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("null")]
    public async Task Import_OfALineThatCannotBe_NamesItAndWritesNothing(string line)
    {
        var target = In("target");
        var file = In("registry.jsonl");
        await File.WriteAllLinesAsync(file,
        [
            """{"kind":"Registry","format":1,"lastId":1}""",
            """{"kind":"Schema","id":1,"identity":"AAAA","content":"AAAA","schemaType":"AVRO","schema":"\"string\""}""",
            """{"kind":"Version","id":1,"subject":"a","version":1,"schemaId":1,"registeredAt":"2026-01-01T00:00:00Z"}""",
            line,
        ]);

        Assert.Equal((1, "Line 4 cannot be imported"), await RefusalAsync("import", file, target));

        await using var server = await StartAsync(target);
        Assert.Equal("[]", (await server.Registry.GetAsync("/subjects?deleted=true")).Text);
    }

    [Fact]
    public async Task Program_CalledWithAWordThatIsNoCommand_SaysHowItIsCalled()
    {
        var (exitCode, lines) = await Tool.RunAsync("dotnet", string.Empty, typeof(Program).Assembly.Location, "exprot", "x");

        Assert.Equal(2, exitCode);
        Assert.Contains(lines, static line => line.Contains("export <file|->", StringComparison.Ordinal));
    }

    // Every language, references, deletions, notes, copies of one content under two ids, and subjects that are hard to write.
    private static async Task FillAsync(RegistryClient registry)
    {
        (await registry.PutAsync("/config", """{"compatibility":"NONE"}""")).Ok();
        (await registry.RegisterAsync("a", "\"string\"")).Ok();
        (await registry.RegisterAsync("a", " \"int\"", null, """{"metadata":{"properties":{"owner":"x"}}}""")).Ok();
        (await registry.RegisterAsync("a/b ä", "\"int\" ", null, """{"metadata":{"properties":{"owner":"x"}}}""")).Ok();
        (await registry.PutAsync("/config/a", """{"compatibility":"FULL","compatibilityGroup":"owner"}""")).Ok();
        (await registry.DeleteAsync("/subjects/a/versions/1")).Ok();
        (await registry.RegisterAsync("base", """syntax = "proto3"; message Base {}""", "PROTOBUF")).Ok();
        (await registry.RegisterAsync("user", """syntax = "proto3"; import "base.proto"; message User { Base base = 1; }""", "PROTOBUF",
            """{"references":[{"name":"base.proto","subject":"base","version":1}]}""")).Ok();
        (await registry.PostAsync("/api/v1/schemas", """{"subject":"note","schema":{"type":"object"},"schema_type":"JSON","description":"d","tags":["t"],"metadata":{"k":"v"}}""")).Created();
        (await registry.PutAsync("/mode/imported", """{"mode":"IMPORT"}""")).Ok();
        (await registry.RegisterAsync("imported", "\"string\"", null, """{"id":50,"version":3}""")).Ok();
        (await registry.RegisterAsync("imported", "\"double\"", null, """{"id":70,"version":4}""")).Ok();
        (await registry.DeleteAsync("/subjects/imported/versions/4")).Ok();
        (await registry.DeleteAsync("/subjects/imported/versions/4?permanent=true")).Ok();
    }

    private static async Task<(int ExitCode, string Begin)> RefusalAsync(string command, string file, string data)
    {
        var (exitCode, lines) = await Tool.RunAsync("dotnet", string.Empty, typeof(Program).Assembly.Location, command, file, $"--Registry:DataDirectory={data}");
        return (exitCode, Assert.Single(lines).Split(':')[0]);
    }

    private static Task<int> RunAsync(string command, string file, string data) => CommandLine.Find([command, file, $"--Registry:DataDirectory={data}"])!.RunAsync();

    private static Task<RegistryProcess> StartAsync(string data)
    {
        Directory.CreateDirectory(data);
        var environment = new Dictionary<string, string> { ["Registry__DataDirectory"] = data, ["Registry__ShutdownDelay"] = "00:00:00" };
        return RegistryProcess.StartAsync(data, environment, "--urls", "http://127.0.0.1:0");
    }

    private string In(string name) => Path.Combine(_folder.Path, name);
}
