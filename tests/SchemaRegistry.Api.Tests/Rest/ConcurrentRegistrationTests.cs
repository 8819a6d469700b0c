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

    private async Task<IReadOnlyList<(int Schema, int Id, int Version)>> RegisterAtOnceAsync(Func<int, (string Subject, int Schema)> choose) => await Task.WhenAll(
        Enumerable.Range(0, Clients).Select(async client =>
        {
            var (subject, schema) = choose(client);
            var answer = await _server.Registry.RegisterAsync(subject, $$"""{"type":"fixed","name":"F","size":{{schema + 1}}}""");
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            return (schema, answer.Json.GetProperty("id").GetInt32(), answer.Json.GetProperty("version").GetInt32());
        }));
}
