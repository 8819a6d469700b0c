using System.Text.Json;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Web;

/// <summary>The page, in a browser, with names and schemas that would break one that is not careful.</summary>
public sealed class PageTests(RegistryServer server) : IClassFixture<RegistryServer>, IAsyncLifetime
{
    private const string Orders = "orders-value";
    private const string Nasty = "<img src=x onerror=alert(1)> & \"q\" 'a' /%2F ü 🦄";
    private const int Phone = 390;
    private const int Desk = 1280;

    // So that the pictures show something; each test has its own browser and the same registry.
    public async Task InitializeAsync()
    {
        var registry = server.Registry;
        if ((await registry.GetAsync("/subjects")).Ok().GetArrayLength() > 0)
        {
            return;
        }

        (await registry.RegisterAsync(Orders, """{"type":"record","name":"Order","namespace":"shop","doc":"An order.","fields":[{"name":"id","type":"string"},{"name":"price","type":"double"}]}""")).Ok();
        (await registry.RegisterAsync(Orders, """{"type":"record","name":"Order","namespace":"shop","doc":"An order.","fields":[{"name":"id","type":"string"},{"name":"price","type":"double"},{"name":"currency","type":"string","default":"EUR"}]}""")).Ok();
        (await registry.RegisterAsync(Orders, """{"type":"record","name":"Order","namespace":"shop","doc":"An order of <b>anything</b>.","fields":[{"name":"id","type":"string"},{"name":"currency","type":"string","default":"EUR"}]}""")).Ok();
        (await registry.DeleteAsync($"/subjects/{Orders}/versions/2")).Ok();
        (await registry.RegisterAsync(Nasty, """{"title":"</pre><script>alert(2)</script>","type":"object"}""", "JSON")).Ok();
        (await registry.PostAsync("/api/v1/schemas", """{"subject":"customers-value","schema":{"type":"object","properties":{"name":{"type":"string"}}},"schema_type":"JSON","description":"Who buys","tags":["pii"]}""")).Created();
        for (var i = 0; i < 70; i++)
        {
            (await registry.RegisterAsync($"topic-{i:000}-value", "\"string\"")).Ok();
        }

        await registry.GetAsync("/schemas/ids/1");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Root_ForAClientOfTheApi_IsStillAnEmptyObject()
    {
        foreach (var accept in (string?[])[null, "*/*", "application/json", "application/vnd.schemaregistry.v1+json, application/json; q=0.9"])
        {
            var answer = await RootAsync(accept);
            Assert.Equal((200, "{}"), ((int)answer.Status, answer.Text));
            Assert.Equal("Accept", Assert.Single(answer.Headers.Vary));
        }
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8")]
    [InlineData("text/html")]
    public async Task Root_ForABrowser_IsThePageWithAPolicyThatLetsNothingElseIn(string accept)
    {
        var answer = await RootAsync(accept);

        Assert.Equal((200, "text/html; charset=utf-8"), ((int)answer.Status, answer.ContentHeaders.ContentType!.ToString()));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", answer.Text, StringComparison.Ordinal);
        var again = new HttpRequestMessage(HttpMethod.Get, "/");
        again.Headers.Add("Accept", accept);
        again.Headers.Add("If-None-Match", answer.Headers.ETag!.ToString());
        Assert.Equal(304, (int)(await server.Registry.SendAsync(again)).Status);
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData(Desk)]
    public async Task Page_OfEachView_FitsAndShowsWhatTheRegistryHas(int width)
    {
        await using var page = await BrowserPage.OpenAsync(width, width == Phone ? 844 : 900, dark: width == Phone);
        await page.GoAsync(At(""));
        await page.UntilShownAsync(Orders);
        await page.UntilShownAsync("Show more");
        await SeenAsync(page, "list", width);

        await page.GoAsync(At($"#/subject/{Orders}"));
        await page.UntilShownAsync("changes since 2");
        await page.UntilShownAsync("DELETED");
        await page.UntilShownAsync("ACTIVE");
        await page.UntilShownAsync("BACKWARD");
        await SeenAsync(page, "versions", width);

        await page.GoAsync(At("#/subject/customers-value/version/1"));
        await page.UntilShownAsync("Who buys");
        await page.UntilShownAsync("DRAFT");
        await page.UntilShownAsync("\"properties\": {");
        await SeenAsync(page, "version", width);

        await page.GoAsync(At($"#/subject/{Orders}/diff/1/3"));
        await page.UntilAsync("document.querySelectorAll('.diff .added').length > 0");
        Assert.Contains("+       \"name\": \"currency\"", await page.AskAsync("[...document.querySelectorAll('.diff .added')].map(line => line.textContent).join('|')"), StringComparison.Ordinal);
        Assert.Contains("-       \"name\": \"price\"", await page.AskAsync("[...document.querySelectorAll('.diff .removed')].map(line => line.textContent).join('|')"), StringComparison.Ordinal);
        await SeenAsync(page, "diff", width);

        await page.GoAsync(At($"#/subject/{Orders}/try?type=AVRO&schema={Uri.EscapeDataString("""{"type":"record","name":"Order","namespace":"shop","fields":[{"name":"weight","type":"int"}]}""")}"));
        await page.UntilShownAsync("Incompatible");
        await page.UntilShownAsync("READER_FIELD_MISSING_DEFAULT_VALUE");
        await SeenAsync(page, "try", width);

        Assert.Empty(page.Complaints);
        Assert.All(page.Requests, address => Assert.StartsWith(server.Registry.Http.BaseAddress!.ToString(), address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_UnderNamesAndSchemasFullOfMarkup_ShowsThemAsText()
    {
        await using var page = await BrowserPage.OpenAsync(Desk, 900);
        await page.GoAsync(At($"#/subject/{Uri.EscapeDataString(Nasty)}/version/1"));

        await page.UntilAsync($"document.querySelector('h1')?.textContent === {JsonSerializer.Serialize(Nasty)}");
        await page.UntilAsync("document.querySelector('pre').textContent.includes('</pre><script>alert(2)</script>')");
        Assert.Equal("0", await page.AskAsync("document.querySelectorAll('main script, main img, li img').length"));
        await page.GoAsync(At(""));
        await page.UntilAsync($"[...document.querySelectorAll('#subjects a')].some(link => link.textContent === {JsonSerializer.Serialize(Nasty)})");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Page_ByKeyboardAlone_FiltersOpensAndTriesASchema()
    {
        await using var page = await BrowserPage.OpenAsync(Desk, 900);
        await page.GoAsync(At(""));
        await page.UntilShownAsync("Show more");
        await page.AskAsync("document.getElementById('filter').focus()");
        await page.AskAsync("document.execCommand('insertText', false, 'orders')");
        await page.UntilAsync("document.querySelectorAll('#subjects a').length === 1");
        await page.PressAsync("Tab", 9);
        await page.PressAsync("Enter", 13);
        await page.UntilShownAsync("3 versions");
        Assert.Equal("H1", await page.AskAsync("document.activeElement.tagName"));
        await page.AskAsync("[...document.querySelectorAll('.tabs a')].at(-1).focus()");
        await page.PressAsync("Enter", 13);
        await page.UntilAsync("document.getElementById('schema')?.value.includes('currency')");
        await page.AskAsync("document.querySelector('button.main').focus()");
        await page.PressAsync("Enter", 13);
        await page.UntilShownAsync("It could be the next version.");
        Assert.Equal("0", await page.AskAsync("[...document.querySelectorAll('input, select, textarea')].filter(field => field.labels.length === 0).length"));
        Assert.Equal("[1,3]", (await server.Registry.GetAsync($"/subjects/{Orders}/versions")).Text);
    }

    [Fact]
    public async Task Page_OfASubjectThatIsNotThere_SaysSo()
    {
        await using var page = await BrowserPage.OpenAsync(Phone, 844);
        await page.GoAsync(At("#/subject/nobody"));

        await page.UntilShownAsync("There is no subject 'nobody'.");
    }

    // Nothing may be wider than the screen; the picture is for the eyes of who changes the page.
    private static async Task SeenAsync(BrowserPage page, string view, int width)
    {
        Assert.Equal("true", await page.AskAsync("document.documentElement.scrollWidth <= window.innerWidth"));
        var folder = Path.Combine(Repository.Root, "artifacts", "pictures");
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, $"page-{view}-{(width == Phone ? "phone" : "desk")}.png"), await page.PictureAsync());
    }

    private Uri At(string hash) => new(server.Registry.Http.BaseAddress!, "/" + hash);

    private Task<RegistryAnswer> RootAsync(string? accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return server.Registry.SendAsync(request);
    }
}
