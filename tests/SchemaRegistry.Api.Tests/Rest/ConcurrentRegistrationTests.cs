using System.Net;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Rest;

/// <summary>Many clients that register at once: who comes second is answered with what the first one wrote.</summary>
public sealed class ConcurrentRegistrationTests : IAsyncLifetime
{
    private const int Clients = 64;

    private readonly RegistryServer _server = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(Clients)]
    public async Task Registrations_IntoOneSubjectAtOnce_OneIdAndOneVersionForEachSchema(int schemas)
    {
        (await _server.Registry.PutAsync("/config", """{"compatibility":"NONE"}""")).Ok();
        var answers = await RegisterAtOnceAsync(client => ("one", client % schemas));

        Assert.Equal(Enumerable.Range(1, schemas), answers.Select(static answer => answer.Id).Distinct().Order());
        Assert.Equal(Enumerable.Range(1, schemas), answers.Select(static answer => answer.Version).Distinct().Order());
        Assert.All(answers.GroupBy(static answer => answer.Schema), static same => Assert.Single(same.Select(static answer => (answer.Id, answer.Version)).Distinct()));
        Assert.Equal($"[{string.Join(',', Enumerable.Range(1, schemas))}]", (await _server.Registry.GetAsync("/subjects/one/versions")).Text);
    }

    [Fact]
    public async Task Registrations_OfOneSchemaIntoManySubjectsAtOnce_OneId()
    {
        var answers = await RegisterAtOnceAsync(static client => ($"subject-{client % 16}", 0));

        Assert.All(answers, static answer => Assert.Equal((1, 1), (answer.Id, answer.Version)));
        Assert.Equal(16, (await _server.Registry.GetAsync("/schemas/ids/1/versions")).Ok().GetArrayLength());
    }

    [Fact]
    public async Task Requests_OfEveryKindIntoOneSubjectAtOnce_NeverFailAndKeepOneIdForEachContent()
    {
        const int Rounds = 12;
        const string Base = """{"type":"record","name":"Base","fields":[{"name":"x","type":"int"}]}""";
        (await _server.Registry.PutAsync("/config", """{"compatibility":"NONE"}""")).Ok();
        (await _server.Registry.RegisterAsync("base", Base)).Ok();
        for (var round = 0; round < Rounds; round++)
        {
            var at = round;
            await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => (client % 8) switch
            {
                0 => DeleteAsync("/subjects/mixed"),
                1 => DeleteAsync("/subjects/mixed/versions/latest"),
                2 => DeleteAsync("/subjects/mixed?permanent=true"),

                // The same content in different writing, of which the canonical form is registered.
                3 => RegisterAsync($$"""{ "type":"fixed",{{new string(' ', client)}}"size":{{at + 100}}, "name":"N" }""", extra: null, "?normalize=true"),
                4 => RegisterAsync($$"""{"type":"record","name":"Outer","doc":"{{at}}","fields":[{"name":"b","type":"Base"}]}""", """{"references":[{"name":"Base","subject":"base","version":1}]}"""),
                5 => RegisterAsync($$"""{"type":"fixed","name":"O","doc":"{{at}}","size":{{client + 1}}}"""),
                _ => RegisterAsync($$"""{"type":"fixed","name":"S","doc":"{{at}}","size":{{client % 8}}}"""),
            }));

            // All that is there, deleted or not.
            var all = (await _server.Registry.GetAsync("/schemas?deleted=true")).Ok().EnumerateArray().ToList();
            Assert.All(all.GroupBy(static version => version.GetProperty("schema").GetString()), static same => Assert.Single(same.Select(static version => version.GetProperty("id").GetInt32()).Distinct()));
            Assert.All(all.GroupBy(static version => version.GetProperty("id").GetInt32()), static same => Assert.Single(same.Select(static version => version.GetProperty("schema").GetString()).Distinct()));
            var numbers = all.Where(static version => version.GetProperty("subject").GetString() == "mixed").Select(static version => version.GetProperty("version").GetInt32()).ToList();
            Assert.Equal(numbers.Distinct().Order(), numbers);
        }

        async Task RegisterAsync(string schema, string? extra = null, string query = "")
        {
            var answer = await _server.Registry.PostAsync($"/subjects/mixed/versions{query}", RegistryClient.Body(schema, type: null, extra));
            Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        }

        async Task DeleteAsync(string path)
        {
            var answer = await _server.Registry.DeleteAsync(path);
            Assert.True((int)answer.Status < 500, answer.Text);
        }
    }

    private async Task<IReadOnlyList<(int Schema, int Id, int Version)>> RegisterAtOnceAsync(Func<int, (string Subject, int Schema)> choose) => await Task.WhenAll(
        Enumerable.Range(0, Clients).Select(async client =>
        {
            var (subject, schema) = choose(client);
            var answer = await _server.Registry.RegisterAsync(subject, $$"""{"type":"fixed","name":"F","size":{{schema + 1}}}""");
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            return (schema, answer.Json.GetProperty("id").GetInt32(), answer.Json.GetProperty("version").GetInt32());
        }));
}
