using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>Speaks to a registry as any HTTP client would.</summary>
internal sealed class RegistryClient(HttpClient http)
{
    public const string MediaType = "application/vnd.schemaregistry.v1+json";

    public HttpClient Http { get; } = http;

    public Task<RegistryAnswer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<RegistryAnswer> DeleteAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Delete, path));

    public Task<RegistryAnswer> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, path, Encoding.UTF8.GetBytes(json), TypeOf(path));

    public Task<RegistryAnswer> PostAsync(string path, string json) =>
        SendAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(json), TypeOf(path));

    public Task<RegistryAnswer> SendAsync(HttpMethod method, string path, byte[] body, string? mediaType)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        return SendAsync(new HttpRequestMessage(method, path) { Content = content });
    }

    public async Task<RegistryAnswer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        return new RegistryAnswer(response.StatusCode, await response.Content.ReadAsByteArrayAsync(), response.Headers, response.Content.Headers);
    }

    public Task<RegistryAnswer> RegisterAsync(string subject, string schema, string? type = null, string? extra = null) =>
        PostAsync($"/subjects/{Uri.EscapeDataString(subject)}/versions", Body(schema, type, extra));

    public Task<RegistryAnswer> LookUpAsync(string subject, string schema, string? type = null, string? extra = null) =>
        PostAsync($"/subjects/{Uri.EscapeDataString(subject)}", Body(schema, type, extra));

    private static string TypeOf(string path) => path.StartsWith("/api/", StringComparison.Ordinal) ? "application/json" : MediaType;

    /// <param name="schema">The schema's text.</param>
    /// <param name="type">Its schemaType.</param>
    /// <param name="extra">Further members as a JSON object.</param>
    public static string Body(string schema, string? type = null, string? extra = null)
    {
        var body = extra is null ? [] : JsonNode.Parse(extra)!.AsObject();
        body["schema"] = schema;
        if (type is not null)
        {
            body["schemaType"] = type;
        }

        return JsonSerializer.Serialize(body);
    }
}
