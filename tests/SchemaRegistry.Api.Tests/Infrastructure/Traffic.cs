namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>Requests that touch every annotated method of the registry at least once.</summary>
internal static class Traffic
{
    public const string Avro = "\"string\"";
    public const string Json = """{"type":"object"}""";

    public static async Task SendAsync(RegistryClient registry)
    {
        (await registry.RegisterAsync("traffic-avro", Avro)).Ok();
        (await registry.RegisterAsync("traffic-json", Json, "JSON")).Ok();
        (await registry.RegisterAsync("traffic-json", Json, "JSON")).Ok();
        Assert.Equal(422, (int)(await registry.RegisterAsync("traffic-avro", "{")).Status);
        Assert.Equal(422, (int)(await registry.RegisterAsync("traffic-json", "[", "JSON")).Status);
        (await registry.LookUpAsync("traffic-avro", Avro)).Ok();
        (await registry.GetAsync("/subjects")).Ok();
        (await registry.GetAsync("/subjects/traffic-avro/versions")).Ok();
        (await registry.GetAsync("/subjects/traffic-avro/versions/1")).Ok();
        (await registry.GetAsync("/subjects/traffic-avro/versions/latest")).Ok();
        Assert.Equal(404, (int)(await registry.GetAsync("/subjects/nobody/versions/1")).Status);
        (await registry.GetAsync("/schemas/ids/1")).Ok();
        (await registry.GetAsync("/schemas/ids/1/versions")).Ok();
        (await registry.PutAsync("/config/traffic-avro", """{"compatibility":"FULL"}""")).Ok();
        (await registry.GetAsync("/config/traffic-avro")).Ok();
        (await registry.DeleteAsync("/config/traffic-avro")).Ok();
        (await registry.GetAsync("/health")).Ok();
    }
}
