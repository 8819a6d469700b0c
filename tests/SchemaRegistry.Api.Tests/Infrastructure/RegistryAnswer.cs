using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>An answer, read to its end.</summary>
internal sealed record RegistryAnswer(HttpStatusCode Status, byte[] Bytes, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonElement.Parse(Text);

    public int ErrorCode => Json.GetProperty("error_code").GetInt32();

    public string Message => Json.GetProperty("message").GetString()!;

    public string? CorrelationId => Headers.TryGetValues("x-correlation-id", out var values) ? Assert.Single(values) : null;

    public JsonElement Ok()
    {
        Assert.True(Status == HttpStatusCode.OK, $"{(int)Status} {Text}");
        return Json;
    }

    public JsonElement Created()
    {
        Assert.True(Status == HttpStatusCode.Created, $"{(int)Status} {Text}");
        return Json;
    }

    public void Refused(int status, int code, string message)
    {
        Assert.Equal((status, code, message), ((int)Status, ErrorCode, Message));
        Assert.Equal(["error_code", "message"], Json.EnumerateObject().Select(member => member.Name));
    }
}
