using System.Text.Json;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Rest;

public sealed class AuditTests
{
    [Fact]
    public async Task Change_OfAnyKind_IsOneLineThatSaysWhoWhatWhereAndForWhichRequest()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", "http://127.0.0.1:0");
        var registry = server.Registry;
        registry.Http.DefaultRequestHeaders.Add("x-user-id", "ann");
        registry.Http.DefaultRequestHeaders.Add("x-correlation-id", "the-id");

        (await registry.RegisterAsync("s", "\"int\"")).Ok();
        (await registry.RegisterAsync("s", "\"int\"")).Ok();
        (await registry.RegisterAsync("s", "\"string\"")).Refused(409, 409, (await registry.RegisterAsync("s", "\"string\"")).Message);
        (await registry.PutAsync("/config/s", """{"compatibility":"FULL"}""")).Ok();
        (await registry.PutAsync("/config/s", """{"alias":"t","normalize":null,"defaultMetadata":{"properties":{"a":"b"}}}""")).Ok();
        (await registry.DeleteAsync("/config/s")).Ok();
        (await registry.PutAsync("/mode", """{"mode":"READWRITE"}""")).Ok();
        (await registry.DeleteAsync("/mode")).Ok();
        (await registry.DeleteAsync("/subjects/s/versions/1")).Ok();
        (await registry.DeleteAsync("/subjects/s?permanent=true")).Ok();
        (await registry.RegisterAsync("t", "\"int\"")).Ok();
        (await registry.DeleteAsync("/subjects/t")).Ok();
        var noted = (await registry.PostAsync("/api/v1/schemas", """{"subject":"u","schema":"\"int\"","schema_type":"AVRO","compatibility_mode":"NONE"}""")).Created();
        (await registry.PutAsync($"/api/v1/schemas/{noted.GetProperty("id").GetString()}", """{"tags":["a"],"state":"ACTIVE"}""")).Ok();
        (await registry.DeleteAsync("/subjects/u")).Ok();
        (await registry.PutAsync("/mode", """{"mode":"IMPORT"}""")).Ok();
        await server.WaitForLineAsync("IMPORT");

        var lines = server.Lines.Select(static line => JsonElement.Parse(line)).Where(static line => line.GetRawText().Contains("AuditLog", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            [
                "Register s version 1 id 1", "ChangeConfig s FULL", "ChangeConfig s alias t, defaultMetadata, normalize null", "RemoveConfig s ",
                "ChangeMode * READWRITE", "RemoveMode * ", "DeleteVersion s version 1", "DeleteSubject s 1 versions, permanently",
                "Register t version 1 id 2", "DeleteSubject t 1 versions", "ChangeConfig u NONE", "Register u version 1 id 2",
                "ChangeState u version 1 ACTIVE, tags", "DeleteSubject u 1 versions", "DeleteSubject t deleted versions, permanently, before an import",
                "DeleteSubject u deleted versions, permanently, before an import", "ChangeMode * IMPORT",
            ],
            lines.Select(static line => $"{Field(line, "Action")} {Field(line, "Subject")} {Field(line, "Detail")}"));
        Assert.All(lines, static line => Assert.Equal(("ann", "the-id"), (Field(line, "Who"), line.GetProperty("correlation_id").GetString())));
        Assert.All(lines, static line => Assert.Matches("^127\\.0\\.0\\.1:[0-9]+$", Field(line, "From")));
    }

    private static string Field(JsonElement line, string name) => line.GetProperty("fields").GetProperty(name).ToString();
}
