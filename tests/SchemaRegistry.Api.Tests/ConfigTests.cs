using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests;

public sealed class ConfigTests
{
    private const string LevelText =
        "Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive, forward_transitive, and full_transitive";

    [Fact]
    public async Task Global_SetReadReset_EndsAtTheDefault()
    {
        await using var server = new RegistryServer();
        var registry = server.Registry;

        Assert.Equal("""{"compatibilityLevel":"BACKWARD"}""", (await registry.GetAsync("/config")).Text);
        Assert.Equal("""{"compatibility":"FULL_TRANSITIVE"}""", (await registry.PutAsync("/config", """{"compatibility":"full_transitive"}""")).Text);
        Assert.Equal("""{"compatibilityLevel":"FULL_TRANSITIVE"}""", (await registry.GetAsync("/config")).Text);
        Assert.Equal("""{"compatibilityLevel":"FULL_TRANSITIVE"}""", (await registry.DeleteAsync("/config")).Text);
        Assert.Equal("""{"compatibilityLevel":"BACKWARD"}""", (await registry.GetAsync("/config")).Text);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    public async Task Subject_WithoutLevel_IsNotFoundOrTheGlobalOne(string yes)
    {
        await using var server = new RegistryServer();
        var registry = server.Registry;
        await registry.PutAsync("/config", """{"compatibility":"NONE"}""");

        (await registry.GetAsync("/config/s")).Refused(404, 40408, "Subject 's' does not have subject-level compatibility configured");
        (await registry.DeleteAsync("/config/s")).Refused(404, 40401, "Subject 's' not found.");
        Assert.Equal("""{"compatibilityLevel":"NONE"}""", (await registry.GetAsync($"/config/s?defaultToGlobal={yes}")).Text);
    }

    [Fact]
    public async Task Subject_SetReadRemove_LeavesOthersAlone()
    {
        await using var server = new RegistryServer();
        var registry = server.Registry;

        Assert.Equal("""{"compatibility":"FORWARD"}""", (await registry.PutAsync("/config/a%2Fb", """{"compatibility":"FORWARD"}""")).Text);
        Assert.Equal("""{"compatibilityLevel":"FORWARD"}""", (await registry.GetAsync("/config/a%2fb")).Text);
        Assert.Equal("""{"compatibilityLevel":"BACKWARD"}""", (await registry.GetAsync("/config")).Text);
        Assert.Equal("""{"compatibilityLevel":"FORWARD"}""", (await registry.DeleteAsync("/config/a%2Fb")).Text);
        Assert.Equal(40408, (await registry.GetAsync("/config/a%2Fb")).ErrorCode);
    }

    [Theory]
    [InlineData("/config", """{"compatibility":"SIDEWARD"}""")]
    [InlineData("/config/s", """{"compatibility":""}""")]
    [InlineData("/config/s", "{}")]
    public async Task Level_Unknown_IsRefused(string path, string body)
    {
        await using var server = new RegistryServer();

        (await server.Registry.PutAsync(path, body)).Refused(422, 42203, LevelText);
    }
}
