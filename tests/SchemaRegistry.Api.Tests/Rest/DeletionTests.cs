using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Rest;

public sealed class DeletionTests(RegistryServer server) : IClassFixture<RegistryServer>
{
    private readonly RegistryClient _registry = server.Registry;

    [Fact]
    public async Task DeleteVersion_Soft_HidesItFromAllWhoDoNotAskForDeletedOnes()
    {
        var id = await RegisterAsync("soft", 1);
        await RegisterAsync("soft", 2);

        Assert.Equal("1", (await _registry.DeleteAsync("/subjects/soft/versions/1")).Text);

        Assert.Equal("[2]", (await _registry.GetAsync("/subjects/soft/versions")).Text);
        Assert.Equal("[1,2]", (await _registry.GetAsync("/subjects/soft/versions?deleted=true")).Text);
        Assert.Equal("[1]", (await _registry.GetAsync("/subjects/soft/versions?deletedOnly=true&deleted=true")).Text);
        Assert.Equal("[-1,2]", (await _registry.GetAsync("/subjects/soft/versions?deletedAsNegative=true")).Text);
        (await _registry.GetAsync("/subjects/soft/versions/1")).Refused(404, 40402, "Version 1 not found.");
        Assert.True((await _registry.GetAsync("/subjects/soft/versions/1?deleted=true")).Ok().GetProperty("deleted").GetBoolean());
        Assert.Equal(404, (int)(await _registry.LookUpAsync("soft", Fixed(1))).Status);
        Assert.Equal(1, (await _registry.PostAsync("/subjects/soft?deleted=true", RegistryClient.Body(Fixed(1)))).Ok().GetProperty("version").GetInt32());
        Assert.Equal(Fixed(1), (await _registry.GetAsync($"/schemas/ids/{id}/schema")).Text);
        Assert.Equal("[]", (await _registry.GetAsync($"/schemas/ids/{id}/versions")).Text);
        Assert.Equal("""[{"subject":"soft","version":1}]""", (await _registry.GetAsync($"/schemas/ids/{id}/versions?deleted=true")).Text);
        (await _registry.DeleteAsync("/subjects/soft/versions/1")).Refused(
            404, 40406, "Subject 'soft' Version 1 was soft deleted.Set permanent=true to delete permanently");
    }

    [Fact]
    public async Task DeleteVersion_Permanent_ComesAfterTheSoftOneAndFreesTheId()
    {
        var id = await RegisterAsync("hard", 10);

        (await _registry.DeleteAsync("/subjects/hard/versions/1?permanent=true")).Refused(
            404, 40407, "Subject 'hard' Version 1 was not deleted first before being permanently deleted");
        (await _registry.DeleteAsync("/subjects/hard/versions/latest")).Ok();
        Assert.Equal("1", (await _registry.DeleteAsync("/subjects/hard/versions/1?permanent=true")).Text);

        (await _registry.GetAsync($"/schemas/ids/{id}")).Refused(404, 40403, $"Schema {id} not found");
        (await _registry.GetAsync("/subjects/hard/versions?deleted=true")).Refused(404, 40401, "Subject 'hard' not found.");
        Assert.NotEqual(id, await RegisterAsync("hard", 10));
        Assert.Equal("[1]", (await _registry.GetAsync("/subjects/hard/versions")).Text);
    }

    [Fact]
    public async Task DeleteSubject_SoftThenPermanent_SaysEachTimeWhichVersions()
    {
        await RegisterAsync("whole", 20);
        await RegisterAsync("whole", 21);
        await _registry.PutAsync("/config/whole", """{"compatibility":"FULL"}""");
        await _registry.PutAsync("/mode/whole", """{"mode":"READWRITE"}""");

        (await _registry.DeleteAsync("/subjects/whole?permanent=true")).Refused(
            404, 40405, "Subject 'whole' was not deleted first before being permanently deleted");
        Assert.Equal("[1,2]", (await _registry.DeleteAsync("/subjects/whole")).Text);
        (await _registry.DeleteAsync("/subjects/whole")).Refused(404, 40404, "Subject 'whole' was soft deleted.Set permanent=true to delete permanently");
        Assert.DoesNotContain("\"whole\"", (await _registry.GetAsync("/subjects")).Text, StringComparison.Ordinal);
        Assert.Contains("\"whole\"", (await _registry.GetAsync("/subjects?deletedOnly=true")).Text, StringComparison.Ordinal);
        Assert.Equal("FULL", (await _registry.GetAsync("/config/whole")).Ok().GetProperty("compatibilityLevel").GetString());
        Assert.Equal("[1,2]", (await _registry.DeleteAsync("/subjects/whole?permanent=true")).Text);

        (await _registry.DeleteAsync("/subjects/whole?permanent=true")).Refused(404, 40401, "Subject 'whole' not found.");
        Assert.Equal(40408, (await _registry.GetAsync("/config/whole")).ErrorCode);
        Assert.Equal(40409, (await _registry.GetAsync("/mode/whole")).ErrorCode);
    }

    [Fact]
    public async Task Register_AfterASoftDeletion_KeepsTheIdAndCountsOn()
    {
        var id = await RegisterAsync("again", 30);
        await _registry.DeleteAsync("/subjects/again");

        Assert.Equal(id, await RegisterAsync("again", 30));

        Assert.Equal("[2]", (await _registry.GetAsync("/subjects/again/versions?deleted=true")).Text);
    }

    [Fact]
    public async Task Register_AfterASoftDeletion_LeavesVersionsThatAreReferenced()
    {
        const string Base = """{"type":"record","name":"Kept","namespace":"del","fields":[]}""";
        const string User = """{"type":"record","name":"User","namespace":"del","fields":[{"name":"k","type":"del.Kept"}]}""";
        (await _registry.RegisterAsync("kept-base", Base)).Ok();
        (await _registry.RegisterAsync("kept-user", User, extra: """{"references":[{"name":"del.Kept","subject":"kept-base","version":1}]}""")).Ok();
        (await _registry.DeleteAsync("/subjects/kept-user")).Ok();
        (await _registry.DeleteAsync("/subjects/kept-base")).Ok();

        (await _registry.RegisterAsync("kept-base", Base)).Ok();

        Assert.Equal("[1,2]", (await _registry.GetAsync("/subjects/kept-base/versions?deleted=true")).Text);
        Assert.Equal(User, (await _registry.GetAsync("/subjects/kept-user/versions/1/schema?deleted=true")).Text);
    }

    [Fact]
    public async Task Delete_WhatAnotherSchemaBuildsOn_IsRefused()
    {
        (await _registry.RegisterAsync("used", """{"type":"record","name":"Used","namespace":"ref","fields":[]}""")).Ok();
        var user = (await _registry.RegisterAsync(
            "user",
            """{"type":"record","name":"User","namespace":"ref","fields":[{"name":"u","type":"ref.Used"}]}""",
            extra: """{"references":[{"name":"ref.Used","subject":"used","version":-1}]}""")).Ok();

        Assert.Equal(1, user.GetProperty("references")[0].GetProperty("version").GetInt32());
        Assert.Equal($"[{user.GetProperty("id")}]", (await _registry.GetAsync("/subjects/used/versions/latest/referencedby")).Text);
        const string Text = "One or more references exist to the schema {subject=used,version=1}: delete what refers to it first.";
        (await _registry.DeleteAsync("/subjects/used/versions/1")).Refused(422, 42206, Text);
        (await _registry.DeleteAsync("/subjects/used")).Refused(422, 42206, Text);
        (await _registry.DeleteAsync("/subjects/user")).Ok();
        (await _registry.DeleteAsync("/subjects/used")).Ok();
        (await _registry.DeleteAsync("/subjects/used?permanent=true")).Refused(422, 42206, Text);
        Assert.Equal("[]", (await _registry.GetAsync("/subjects/used/versions/1/referencedby")).Text);
        Assert.Equal($"[{user.GetProperty("id")}]", (await _registry.GetAsync("/subjects/used/versions/1/referencedby?deleted=true")).Text);
        (await _registry.DeleteAsync("/subjects/user?permanent=true")).Ok();
        (await _registry.DeleteAsync("/subjects/used?permanent=true")).Ok();
    }

    [Theory]
    [InlineData("/subjects/nobody", 40401)]
    [InlineData("/subjects/nobody/versions/1", 40401)]
    [InlineData("/subjects/nobody/versions/latest", 40401)]
    [InlineData("/subjects/nobody/versions/0", 42202)]
    public async Task Delete_WhatIsNotThere_SaysWhatIsMissing(string path, int code) => Assert.Equal(code, (await _registry.DeleteAsync(path)).ErrorCode);

    private static string Fixed(int size) => $$"""{"type":"record","name":"R","fields":[{"name":"f{{size}}","type":"int","default":0}]}""";

    private async Task<int> RegisterAsync(string subject, int size) => (await _registry.RegisterAsync(subject, Fixed(size))).Ok().GetProperty("id").GetInt32();
}
