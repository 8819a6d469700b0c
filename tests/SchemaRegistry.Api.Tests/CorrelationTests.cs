using Microsoft.Extensions.DependencyInjection;
using SchemaRegistry.Api.Modes;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests;

public sealed class CorrelationTests(RegistryServer server) : IClassFixture<RegistryServer>
{
    [Theory]
    [InlineData("abc-123")]
    [InlineData("with blanks and \"quotes\" {}")]
    public async Task Id_WellFormed_ComesBack(string id) => Assert.Equal(id, (await GetAsync("/subjects", id)).CorrelationId);

    [Fact]
    public async Task Id_OfGreatestLength_ComesBack()
    {
        var id = new string('x', 128);

        Assert.Equal(id, (await GetAsync("/subjects", id)).CorrelationId);
    }

    [Fact]
    public async Task Id_Missing_IsMadeAndDiffersEachTime()
    {
        var first = (await server.Registry.GetAsync("/subjects")).CorrelationId;
        var second = (await server.Registry.GetAsync("/subjects")).CorrelationId;

        Assert.Matches("^[0-9a-f]{32}$", first);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Id_TooLongOrNotAscii_IsReplaced()
    {
        Assert.Matches("^[0-9a-f]{32}$", (await GetAsync("/subjects", new string('x', 129))).CorrelationId);
        var raw = await RawHttp.SendAsync(server.Registry.Http.BaseAddress!, "GET", "/subjects", "x-correlation-id: gr\u00fc\u00dfe\r\n");
        Assert.Matches("x-correlation-id: [0-9a-f]{32}\r\n", raw);
    }

    [Fact]
    public async Task Id_SentTwice_IsReplaced()
    {
        var raw = await RawHttp.SendAsync(server.Registry.Http.BaseAddress!, "GET", "/subjects", "x-correlation-id: one\r\nx-correlation-id: two\r\n");

        Assert.Matches("x-correlation-id: [0-9a-f]{32}\r\n", raw);
    }

    [Theory]
    [InlineData("/nope", 404)]
    [InlineData("/subjects/nobody/versions", 404)]
    [InlineData("/subjects/a/versions/0", 422)]
    [InlineData("/metrics", 200)]
    [InlineData("/health/live", 200)]
    public async Task Id_OnEveryKindOfAnswer_ComesBack(string path, int status)
    {
        var answer = await GetAsync(path, "the-id");

        Assert.Equal((status, "the-id"), ((int)answer.Status, answer.CorrelationId));
    }

    [Fact]
    public async Task Exception_Unexpected_IsToldByCorrelationIdOnly()
    {
        await using var broken = new RegistryServer(static services => services.AddSingleton<IModeRepository, BrokenModeRepository>());
        var request = new HttpRequestMessage(HttpMethod.Get, "/mode");
        request.Headers.Add("x-correlation-id", "the-id");

        var answer = await broken.Registry.SendAsync(request);

        answer.Refused(500, 500, "Internal Server Error. Correlation id: the-id");
        Assert.Equal("the-id", answer.CorrelationId);
    }

    private Task<RegistryAnswer> GetAsync(string path, string id)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("x-correlation-id", id);
        return server.Registry.SendAsync(request);
    }

    private sealed class BrokenModeRepository : IModeRepository
    {
        public ValueTask<RegistryMode?> FindAsync(string? subject, CancellationToken cancellation) => throw Secret();

        public Task SetAsync(string? subject, RegistryMode mode, CancellationToken cancellation) => throw Secret();

        public Task<RegistryMode?> RemoveAsync(string? subject, CancellationToken cancellation) => throw Secret();

        private static InvalidOperationException Secret() => new("password=hunter2");
    }
}
