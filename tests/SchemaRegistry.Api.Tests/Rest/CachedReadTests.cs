using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Rest;

public sealed class CachedReadTests : IAsyncLifetime
{
    private readonly RegistryServer _server = new();

    private RegistryClient Registry => _server.Registry;

    public async Task InitializeAsync() => (await Registry.RegisterAsync("a", "\"int\"")).Ok();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/schemas/ids/1")]
    [InlineData("/schemas/ids/1/schema")]
    public async Task Schema_ById_MayBeKeptAndIsRevalidatedByItsTag(string path)
    {
        var first = await Registry.GetAsync(path);
        var tag = first.Headers.ETag!;

        Assert.Equal("max-age=31536000, immutable", first.Headers.CacheControl!.ToString());
        Assert.Contains("Accept", first.Headers.Vary);
        foreach (var known in (string[])[tag.ToString(), $"\"other\", {tag}", "*", tag.Tag])
        {
            var again = await GetAsync(path, "If-None-Match", known);
            Assert.Equal((HttpStatusCode.NotModified, 0, tag), (again.Status, again.Bytes.Length, again.Headers.ETag));
        }

        foreach (var unknown in (string[])["\"other\"", "W/\"other\"", "not a tag"])
        {
            Assert.Equal(first.Text, (await GetAsync(path, "If-None-Match", unknown)).Text);
        }
    }

    [Theory]
    [InlineData("/schemas/ids/1")]
    [InlineData("/schemas/ids/1/schema")]
    [InlineData("/subjects/a/versions/latest")]
    [InlineData("/subjects")]
    [InlineData("/schemas/ids/7")]
    [InlineData("/api/v1/schemas")]
    public async Task Head_OfWhatCanBeRead_HasTheHeadersOfGetAndNoBody(string path)
    {
        var get = await Registry.GetAsync(path);

        var head = await Registry.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal((get.Status, 0), (head.Status, head.Bytes.Length));
        Assert.Equal((get.Headers.ETag, get.Headers.CacheControl), (head.Headers.ETag, head.Headers.CacheControl));
        Assert.Equal((get.ContentHeaders.ContentType, (long?)get.Bytes.Length), (head.ContentHeaders.ContentType, head.ContentHeaders.ContentLength));
    }

    [Fact]
    public async Task Head_OfWhatIsKnown_IsNotModified()
    {
        var request = new HttpRequestMessage(HttpMethod.Head, "/schemas/ids/1");
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");

        Assert.Equal(HttpStatusCode.NotModified, (await Registry.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("gzip;q=0, br;q=0", "")]
    [InlineData("br;q=0.1, gzip;q=0.9", "gzip")]
    [InlineData("deflate", "")]
    [InlineData("identity;q=1, gzip;q=0.5", "")]
    [InlineData("*", "br")]
    public async Task Answer_ByTheQualitiesOfItsEncodings_IsTheOneThatIsPreferred(string accepted, string encoding)
    {
        var answer = await GetAsync("/schemas/ids/1", "Accept-Encoding", accepted);

        Assert.Equal((HttpStatusCode.OK, encoding), (answer.Status, string.Join(',', answer.ContentHeaders.ContentEncoding)));
        Assert.Equal(["Accept", "Accept-Encoding"], answer.Headers.Vary.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Schema_ById_IsTheSameFromTheCache_InEachMediaType()
    {
        var first = await Registry.GetAsync("/schemas/ids/1");
        var again = await GetAsync("/schemas/ids/1", "Accept", "application/json");

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(("application/vnd.schemaregistry.v1+json", "application/json"), (first.ContentHeaders.ContentType!.MediaType, again.ContentHeaders.ContentType!.MediaType));
    }

    [Fact]
    public async Task Answers_ThatMayChange_AreNotSaidToBeImmutable()
    {
        foreach (var path in (string[])["/schemas/ids/1?fetchMaxId=true", "/subjects/a/versions/1", "/subjects/a/versions/latest", "/subjects", "/schemas/ids/7"])
        {
            var answer = await Registry.GetAsync(path);
            Assert.Null(answer.Headers.CacheControl);
            Assert.Null(answer.Headers.ETag);
        }

        // The highest id is asked for each time.
        (await Registry.RegisterAsync("a", "\"long\"")).Ok();
        Assert.Equal(2, (await Registry.GetAsync("/schemas/ids/1?fetchMaxId=true")).Ok().GetProperty("maxId").GetInt32());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Answer_CompressionAskedFor_IsCompressed(string encoding)
    {
        var plain = await Registry.GetAsync("/schemas/ids/1");
        Assert.Empty(plain.ContentHeaders.ContentEncoding);

        var packed = await GetAsync("/schemas/ids/1", "Accept-Encoding", encoding);

        Assert.Equal([encoding], packed.ContentHeaders.ContentEncoding);
        Assert.Equal(["Accept", "Accept-Encoding"], packed.Headers.Vary.Order(StringComparer.Ordinal));
        using var bytes = new MemoryStream(packed.Bytes);
        using Stream unpacked = encoding == "br" ? new BrotliStream(bytes, CompressionMode.Decompress) : new GZipStream(bytes, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        Assert.Equal(plain.Text, await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Schema_DeletedForGood_IsNoLongerAnswered()
    {
        (await Registry.GetAsync("/schemas/ids/1")).Ok();
        (await Registry.DeleteAsync("/subjects/a")).Ok();
        (await Registry.GetAsync("/schemas/ids/1")).Ok();
        (await Registry.DeleteAsync("/subjects/a?permanent=true")).Ok();

        (await Registry.GetAsync("/schemas/ids/1")).Refused(404, 40403, "Schema 1 not found");
    }

    [Fact]
    public async Task Schema_AskedForTooEarly_IsThereOnceItIsRegistered()
    {
        (await Registry.GetAsync("/schemas/ids/2")).Refused(404, 40403, "Schema 2 not found");
        (await Registry.RegisterAsync("a", "\"long\"")).Ok();

        Assert.Equal("\"long\"", (await Registry.GetAsync("/schemas/ids/2")).Ok().GetProperty("schema").GetString());
    }

    [Fact]
    public async Task Schema_OfAFreedId_IsTheImportedOne()
    {
        (await Registry.GetAsync("/schemas/ids/1")).Ok();
        (await Registry.DeleteAsync("/subjects/a")).Ok();
        (await Registry.DeleteAsync("/subjects/a?permanent=true")).Ok();
        (await Registry.PutAsync("/mode", """{"mode":"IMPORT"}""")).Ok();
        (await Registry.RegisterAsync("b", "\"bytes\"", extra: """{"id":1,"version":1}""")).Ok();

        Assert.Equal("\"bytes\"", (await Registry.GetAsync("/schemas/ids/1")).Ok().GetProperty("schema").GetString());
    }

    [Fact]
    public async Task Configuration_Changed_IsInForceAtOnce()
    {
        Assert.Equal(409, (int)(await Registry.RegisterAsync("a", "\"string\"")).Status);
        (await Registry.PutAsync("/config/a", """{"compatibility":"NONE"}""")).Ok();
        (await Registry.RegisterAsync("a", "\"string\"")).Ok();
        (await Registry.DeleteAsync("/config/a")).Ok();
        Assert.Equal(409, (int)(await Registry.RegisterAsync("a", "\"boolean\"")).Status);
        (await Registry.PutAsync("/mode/a", """{"mode":"READONLY"}""")).Ok();
        Assert.Equal(42205, (await Registry.RegisterAsync("a", "\"bytes\"")).ErrorCode);
        (await Registry.DeleteAsync("/mode/a")).Ok();
        (await Registry.RegisterAsync("a", "[\"string\",\"null\"]")).Ok();
    }

    private Task<RegistryAnswer> GetAsync(string path, string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        Assert.True(request.Headers.TryAddWithoutValidation(header, value));
        return Registry.SendAsync(request);
    }
}
