using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;
using SchemaRegistry.Api.V1;

namespace SchemaRegistry.Api.Tests.Storage;

public abstract partial class RepositoryTests
{
    [Fact]
    public async Task Catalog_ListsPagesAndCountsAll()
    {
        for (var i = 0; i < 5; i++)
        {
            await AddAsync($"s{i}", Text($"{i}"));
        }

        await AddAsync("other", Text("0"));
        await _store.Versions.DeleteSubjectAsync("s4", permanent: false, default);

        var page = await _store.Catalog.ListAsync(new(Page.Of(1, 2)) { Prefix = "s" }, default);

        Assert.Equal((4, "s1 s2"), (page.Total, string.Join(' ', page.Entries.Select(static entry => entry.Version.Subject))));
        Assert.Equal(1, (await _store.Catalog.ListAsync(new(s_all) { Text = "\"3\"" }, default)).Total);
    }

    [Theory]
    [InlineData(null, "DRAFT", null)]
    [InlineData("JSON", null, null)]
    [InlineData("AVRO", "ACTIVE", null)]
    [InlineData("PROTOBUF", null, null)]
    [InlineData(null, null, "*1")]
    [InlineData("AVRO", null, "s[02]*")]
    [InlineData(null, "DRAFT", "none*")]
    public async Task Catalog_Filtered_PageByPage_IsWhatOfAllOfItMatches(string? format, string? state, string? pattern)
    {
        for (var i = 0; i < 24; i++)
        {
            var added = await AddAsync(New($"s{i % 4}1"[..(2 + (i % 2))], Text($"{i}")) with { Format = i % 3 == 0 ? SchemaFormat.Json : SchemaFormat.Avro });
            if (i % 5 == 0)
            {
                await ChangeAsync(added, static note => note with { State = LifecycleState.Draft });
            }
        }

        await _store.Versions.DeleteVersionAsync("s0", 1, permanent: false, default);
        var all = (await _store.Catalog.ListAsync(new(s_all), default)).Entries;
        var expected = all.Where(entry => (format is null || SchemaFormats.WireName(entry.Version.Schema.Format) == format)
            && (state is null || LifecycleStates.WireName(entry.Note.State) == state)
            && (pattern is null || System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern.Replace("[02]", "?", StringComparison.Ordinal), entry.Version.Subject))
            && (pattern?.Contains('[', StringComparison.Ordinal) != true || entry.Version.Subject[1] is '0' or '2')).Select(static entry => entry.Version.Key).ToList();
        var query = new CatalogQuery(s_all)
        {
            Format = format is null ? null : SchemaFormats.Parse(format),
            State = state is null ? null : LifecycleStates.Parse(state),
            Pattern = pattern,
        };

        Assert.Equal(23, all.Count);
        Assert.Equal(expected, await KeysAsync(query));
        foreach (var limit in (int[])[1, 3, 100])
        {
            var paged = new List<long>();
            for (var offset = 0; offset <= expected.Count; offset += limit)
            {
                paged.AddRange(await KeysAsync(query with { Page = Page.Of(offset, limit) }));
                Assert.Equal(expected.Count, (await _store.Catalog.ListAsync(query with { Page = Page.Of(offset, limit) }, default)).Total);
            }

            Assert.Equal(expected, paged);
        }
    }

    [Fact]
    public async Task Catalog_Searched_FindsWhatIsThereNow()
    {
        var first = await AddAsync("orders-value", Text("What people bought"));
        var second = await AddAsync("users", Text("person"));
        await ChangeAsync(first, static note => note with { Description = "Von Käufern", Tags = ["PII", "a\"b"], Metadata = Properties(("team", "x")) });

        Assert.Equal("1", await FoundAsync(new(s_all) { Text = "people bought WHAT" }));
        Assert.Equal("1", await FoundAsync(new(s_all) { Text = "ord" }));
        Assert.Equal("1", await FoundAsync(new(s_all) { Text = "value: käuf" }));
        Assert.Equal("1", await FoundAsync(new(s_all) { Text = "BOUGHT Käu", Tags = ["PII"] }));
        Assert.Equal("", await FoundAsync(new(s_all) { Text = "bought KÄU", Tags = ["PII"] }));
        Assert.Equal("", await FoundAsync(new(s_all) { Text = "KÄU" }));
        Assert.Equal("", await FoundAsync(new(s_all) { Text = "rders" }));
        Assert.Equal("", await FoundAsync(new(s_all) { Text = "ord people" }));
        Assert.Equal("", await FoundAsync(new(s_all) { Text = "\" ( * ) :" }));
        Assert.Equal("1 2", await FoundAsync(new(s_all) { Text = "enum" }));
        Assert.Equal("1", await FoundAsync(new(s_all) { Tags = ["PII", "a\"b"] }));
        Assert.Equal("", await FoundAsync(new(s_all) { Tags = ["pii"] }));
        Assert.Equal("1", await FoundAsync(new(s_all) { Metadata = Properties(("team", "x")) }));
        Assert.Equal("", await FoundAsync(new(s_all) { Metadata = Properties(("tea", "mx")) }));
        Assert.Equal("2", await FoundAsync(new(s_all) { Text = "enum", Pattern = "u*s" }));
        Assert.Equal("", await FoundAsync(new(s_all) { Text = "enum", State = LifecycleState.Draft }));

        await ChangeAsync(first, static note => note with { State = LifecycleState.Draft, Description = null, Tags = [], Metadata = Properties(("team", "y")) });
        Assert.Equal("", await FoundAsync(new(s_all) { Tags = ["PII"] }));
        Assert.Equal("", await FoundAsync(new(s_all) { Text = "Käufern" }));
        Assert.Equal("1", await FoundAsync(new(s_all) { Metadata = Properties(("team", "y")) }));
        Assert.Equal("1", await FoundAsync(new(s_all) { Text = "enum", State = LifecycleState.Draft }));

        await _store.Versions.DeleteVersionAsync("users", 1, permanent: false, default);
        Assert.Equal("1", await FoundAsync(new(s_all) { Text = "enum" }));
        var back = await AddAsync("users", Text("person"));
        Assert.Equal($"1 {back.Version.Key}", await FoundAsync(new(s_all) { Text = "enum" }));
        Assert.NotEqual(second.Version.Key, back.Version.Key);
    }
}
