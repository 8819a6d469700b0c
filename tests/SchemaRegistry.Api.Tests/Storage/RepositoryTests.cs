using SchemaRegistry.Api.Config;
using SchemaRegistry.Api.Http;
using SchemaRegistry.Api.Modes;
using SchemaRegistry.Api.Schemas;
using SchemaRegistry.Api.Subjects;
using SchemaRegistry.Api.V1;

namespace SchemaRegistry.Api.Tests.Storage;

/// <summary>What every implementation of the store does, whatever is below it; one class per implementation runs these.</summary>
public abstract partial class RepositoryTests : IAsyncLifetime
{
    private static readonly Page s_all = Page.Of(offset: null, limit: null);

    private protected static readonly VersionNote s_note = new(LifecycleState.Draft, "why", ["x"], new Dictionary<string, string>(StringComparer.Ordinal), Updated: default);

    private RepositorySet _store = null!;

    public async Task InitializeAsync() => _store = await OpenAsync();

    public virtual Task DisposeAsync() => CloseAsync();

    [Fact]
    public async Task Add_NewSchemas_GivesIdsAndVersionsInTheirOrder()
    {
        var first = await AddAsync("a", Text("1"));
        var second = await AddAsync("a", Text("2"));
        var other = await AddAsync("b", Text("3"));

        Assert.Equal([(1, 1, true), (2, 2, true), (3, 1, true)], new[] { first, second, other }.Select(static added => (added.Version.Schema.Id, added.Version.Version, added.IsNew)));
        Assert.Equal(3, await _store.Schemas.MaxIdAsync(default));
    }

    [Fact]
    public async Task Add_ContentOfAnotherSubject_HasItsId()
    {
        var first = await AddAsync("a", Text("1"));

        Assert.Equal(first.Version.Schema.Id, (await AddAsync("b", Text("1"))).Version.Schema.Id);
        Assert.Equal([new SubjectVersion("a", 1), new SubjectVersion("b", 1)], await _store.Schemas.VersionsAsync(1, DeletedVersions.Hidden, default));
    }

    [Fact]
    public async Task Add_SubjectChangedSinceItWasChecked_WritesNothing()
    {
        var state = await _store.Subjects.StateAsync("a", default);
        await AddAsync("a", Text("1"));
        var late = New("a", Text("2"));

        Assert.Null(await _store.Versions.AddAsync(late, Identity(late), state, default));
        Assert.Single(await _store.Subjects.VersionsAsync("a", s_all, DeletedVersions.Included, default));
    }

    [Fact]
    public async Task Add_WithANoteAndALevel_WritesAllOfThem()
    {
        await _store.Configs.ChangeAsync("a", static _ => new ConfigSettings { CompatibilityGroup = "g" }, default);
        var added = (await AddAsync(New("a", Text("1")) with { Note = s_note, Level = CompatibilityLevel.Full })).Version;

        var entry = (await _store.Catalog.FindAsync(added.Key, default))!;
        Assert.Equal((LifecycleState.Draft, "why", "x", added.Registered), (entry.Note.State, entry.Note.Description, Assert.Single(entry.Note.Tags), entry.Note.Updated));
        Assert.Equal(new ConfigSettings { CompatibilityGroup = "g", Compatibility = CompatibilityLevel.Full }, await _store.Configs.FindAsync("a", default));
    }

    [Fact]
    public async Task Add_SameContentsInManySubjectsAtOnce_OneIdEachAndNoneLeftOut()
    {
        const int Subjects = 32;
        const int Contents = 8;
        var added = await Task.WhenAll(
            from subject in Enumerable.Range(0, Subjects)
            from content in Enumerable.Range(0, Contents)
            select Task.Run(async () => (Content: content, (await AddAsync($"s{subject}", Text($"c{content}"))).Version)));

        Assert.Equal(Enumerable.Range(1, Contents), added.Select(static one => one.Version.Schema.Id).Distinct().Order());
        Assert.All(added.GroupBy(static one => one.Content), static same => Assert.Single(same.Select(static one => one.Version.Schema.Id).Distinct()));
        Assert.All(
            added.GroupBy(static one => one.Version.Subject),
            static subject => Assert.Equal(Enumerable.Range(1, Contents), subject.Select(static one => one.Version.Version).Order()));
    }

    [Fact]
    public async Task Add_ThatIsRefused_UsesNoIdUp()
    {
        await AddAsync("a", Text("1"));
        await Assert.ThrowsAsync<RegistryException>(() => AddAsync(New("a", Text("2")) with { Id = 1 }));

        Assert.Equal(2, (await AddAsync("b", Text("3"))).Version.Schema.Id);
    }

    [Fact]
    public async Task Add_CancelledBefore_WritesNothing()
    {
        var schema = New("a", Text("1"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.Versions.AddAsync(schema, Identity(schema), state: 0, new CancellationToken(canceled: true)));

        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task Find_ByEachKey_IsTheVersion()
    {
        var references = new SchemaReference[] { new("base", "a", 1) };
        await AddAsync("a", Text("1"));
        var schema = New("b", Text("2")) with { References = references };
        var added = (await AddAsync(schema)).Version;

        Assert.Equal((2, "b", 1, schema.Text), (added.Schema.Id, added.Subject, added.Version, added.Text));
        Assert.Equal(references, (await _store.Schemas.FindAsync(2, default))!.References);
        Assert.Equal(2, Assert.Single(await _store.Schemas.FindAsync(added.Schema.Guid, default)).Id);
        Assert.Equal(added.Key, (await _store.Subjects.FindVersionAsync("b", 1, DeletedVersions.Hidden, default))!.Key);
        Assert.Equal(added.Key, (await _store.Subjects.FindLatestAsync("b", DeletedVersions.Hidden, default))!.Key);
        Assert.Equal(added.Key, (await _store.Subjects.FindByIdentityAsync("b", Identity(schema), DeletedVersions.Hidden, default))!.Key);
        Assert.Equal(added.Key, (await _store.Catalog.FindAsync(added.Key, default))!.Version.Key);
        Assert.Equal([2], await _store.Subjects.ReferencedByAsync("a", 1, s_all, DeletedVersions.Hidden, default));
        Assert.Null(await _store.Subjects.FindByIdentityAsync("a", Identity(schema), DeletedVersions.Included, default));
        Assert.Null(await _store.Schemas.FindAsync(3, default));
        Assert.Null(await _store.Subjects.FindLatestAsync("c", DeletedVersions.Included, default));
    }

    [Fact]
    public async Task Delete_ThenForGood_TakesTheSchemaAndSaysSo_AndItsIdIsNotGivenOutAgain()
    {
        await AddAsync("a", Text("1"));
        await AddAsync("a", Text("2"));
        await AddAsync("b", Text("2"));

        Assert.Equal(DeletionOutcome.NotDeletedFirst, (await _store.Versions.DeleteVersionAsync("a", 1, permanent: true, default)).Outcome);
        Assert.Equal([1, 2], (await _store.Versions.DeleteSubjectAsync("a", permanent: false, default)).Versions);
        Assert.Equal(DeletionOutcome.AlreadyDeleted, (await _store.Versions.DeleteVersionAsync("a", 1, permanent: false, default)).Outcome);
        Assert.NotNull(await _store.Schemas.FindAsync(1, default));
        var deletion = await _store.Versions.DeleteSubjectAsync("a", permanent: true, default);

        // The other one is in another subject too.
        Assert.Equal([1], deletion.RemovedSchemas);
        Assert.Null(await _store.Schemas.FindAsync(1, default));
        Assert.NotNull(await _store.Schemas.FindAsync(2, default));
        Assert.Equal(DeletionOutcome.NotFound, (await _store.Versions.DeleteSubjectAsync("a", permanent: true, default)).Outcome);
        Assert.Equal(3, (await AddAsync("a", Text("1"))).Version.Schema.Id);
    }

    [Fact]
    public async Task Delete_WhatAnotherBuildsOn_IsRefused()
    {
        await AddAsync("a", Text("1"));
        await AddAsync(New("b", Text("2")) with { References = [new SchemaReference("base", "a", 1)] });

        var deletion = await _store.Versions.DeleteSubjectAsync("a", permanent: false, default);

        Assert.Equal((DeletionOutcome.Referenced, 1), (deletion.Outcome, Assert.Single(deletion.Versions)));
        Assert.NotNull(await _store.Subjects.FindLatestAsync("a", DeletedVersions.Hidden, default));
    }

    [Fact]
    public async Task Purge_TakesWhatIsDeletedEverywhere()
    {
        await AddAsync("a", Text("1"));
        await AddAsync("b", Text("2"));
        await AddAsync("b", Text("3"));
        await _store.Versions.DeleteVersionAsync("a", 1, permanent: false, default);
        await _store.Versions.DeleteVersionAsync("b", 1, permanent: false, default);

        var purged = await _store.Versions.PurgeAsync(subject: null, default);

        Assert.Equal([1, 2], purged.RemovedSchemas.Order());
        Assert.Equal([3], (await _store.Subjects.HistoryAsync("b", DeletedVersions.Included, default)).Select(static version => version.Schema.Id));
    }

    [Fact]
    public async Task Lists_HavePagesPrefixesAndWhatIsDeleted()
    {
        foreach (var subject in (string[])["b1", "a2", "a1", "a3"])
        {
            await AddAsync(subject, Text(subject));
            await AddAsync(subject, Text(subject + "'"));
        }

        await _store.Versions.DeleteSubjectAsync("a2", permanent: false, default);
        await _store.Versions.DeleteVersionAsync("a3", 1, permanent: false, default);

        Assert.Equal(["a1", "a3", "b1"], await NamesAsync());
        Assert.Equal(["a1", "a2", "a3"], await _store.Subjects.ListAsync(s_all, "a", DeletedVersions.Included, default));
        Assert.Equal((3, 2, 1), (
            await _store.Subjects.CountAsync("a", DeletedVersions.Included, default),
            await _store.Subjects.CountAsync("a", DeletedVersions.Hidden, default),
            await _store.Subjects.CountAsync("a", DeletedVersions.Only, default)));
        Assert.Equal(["a2"], await _store.Subjects.ListAsync(s_all, "", DeletedVersions.Only, default));
        Assert.Equal(["a3"], await _store.Subjects.ListAsync(Page.Of(1, 1), "", DeletedVersions.Hidden, default));
        Assert.Equal([(2, false)], (await _store.Subjects.VersionsAsync("a3", s_all, DeletedVersions.Hidden, default)).Select(static version => (version.Number, version.IsDeleted)));
        Assert.Equal(
            ["a1 1", "a1 2", "a3 2", "b1 1", "b1 2"],
            (await _store.Schemas.ListAsync(new SchemaQuery(s_all), default)).Select(static version => $"{version.Subject} {version.Version}"));
        Assert.Equal(
            ["a2 2", "a3 2"],
            (await _store.Schemas.ListAsync(new SchemaQuery(Page.Of(1, 5)) { Prefix = "a", LatestOnly = true, Deleted = DeletedVersions.Included }, default)).Select(static version => $"{version.Subject} {version.Version}"));
        Assert.True(await _store.Subjects.AnyAsync(default));
        Assert.False(await _store.Subjects.ExistsAsync("a2", DeletedVersions.Hidden, default));
        Assert.True(await _store.Subjects.ExistsAsync("a2", DeletedVersions.Included, default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lists_OfVersions_PageByPage_AreTheWholeList(bool latestOnly)
    {
        for (var i = 0; i < 7; i++)
        {
            for (var version = 0; version <= i % 4; version++)
            {
                await AddAsync($"s{i}", Text($"{i} {version}"));
            }
        }

        await _store.Versions.DeleteSubjectAsync("s2", permanent: false, default);
        await _store.Versions.DeleteVersionAsync("s3", 2, permanent: false, default);
        await _store.Versions.DeleteVersionAsync("s5", 2, permanent: false, default);
        foreach (var deleted in Enum.GetValues<DeletedVersions>())
        {
            var all = await ListAsync(s_all, deleted);
            Assert.NotEmpty(all);
            for (var offset = 0; offset <= all.Count + 1; offset++)
            {
                Assert.Equal(all.Skip(offset).Take(3), await ListAsync(Page.Of(offset, 3), deleted));
            }
        }

        async Task<IReadOnlyList<string>> ListAsync(Page page, DeletedVersions deleted) =>
            [.. (await _store.Schemas.ListAsync(new SchemaQuery(page) { Prefix = "s", LatestOnly = latestOnly, Deleted = deleted }, default)).Select(static version => $"{version.Subject} {version.Version}")];
    }

    [Fact]
    public async Task Config_IsChangedAndRemoved_ForASubjectAndForAll()
    {
        await _store.Configs.ChangeAsync("a", static _ => new ConfigSettings { Compatibility = CompatibilityLevel.Full, Alias = "b" }, default);
        await _store.Configs.ChangeAsync("a", static old => old! with { Normalize = true }, default);
        await _store.Configs.ChangeAsync(subject: null, static _ => new ConfigSettings { Compatibility = CompatibilityLevel.None }, default);

        Assert.Equal(new ConfigSettings { Compatibility = CompatibilityLevel.Full, Alias = "b", Normalize = true }, await _store.Configs.FindAsync("a", default));
        Assert.Equal(CompatibilityLevel.None, (await _store.Configs.FindAsync(subject: null, default))!.Compatibility);
        Assert.Equal([new SubjectAlias("a", "b")], await _store.Configs.AliasesAsync(default));
        Assert.Equal(CompatibilityLevel.Full, (await _store.Configs.RemoveAsync("a", default))!.Compatibility);
        Assert.Null(await _store.Configs.FindAsync("a", default));
        Assert.Null(await _store.Configs.RemoveAsync("a", default));
    }

    [Fact]
    public async Task Mode_IsSetAndRemoved_AndGoesWithTheLastVersion()
    {
        await AddAsync("a", Text("1"));
        await _store.Modes.SetAsync("a", RegistryMode.ReadOnly, default);
        await _store.Modes.SetAsync(subject: null, RegistryMode.Import, default);
        await _store.Versions.DeleteSubjectAsync("a", permanent: false, default);
        Assert.Equal(RegistryMode.ReadOnly, await _store.Modes.FindAsync("a", default));
        await _store.Versions.DeleteSubjectAsync("a", permanent: true, default);

        Assert.Null(await _store.Modes.FindAsync("a", default));
        Assert.Equal(RegistryMode.Import, await _store.Modes.RemoveAsync(subject: null, default));
        Assert.Null(await _store.Modes.FindAsync(subject: null, default));
    }

    [Fact]
    public async Task Everything_AfterItWasClosed_IsThereAgain()
    {
        await AddAsync("a", Text("1"));
        await AddAsync("b", Text("2"));
        await _store.Versions.DeleteSubjectAsync("b", permanent: false, default);
        await CloseAsync();
        _store = await OpenAsync();

        await _store.Health.ProbeAsync(default);
        Assert.Equal(Text("1"), (await _store.Subjects.FindLatestAsync("a", DeletedVersions.Hidden, default))!.Text);
        Assert.Equal(["b"], await _store.Subjects.ListAsync(s_all, "", DeletedVersions.Only, default));
        Assert.Equal(3, (await AddAsync("c", Text("3"))).Version.Schema.Id);
    }

    private protected abstract Task<RepositorySet> OpenAsync();

    private protected abstract Task CloseAsync();

    private protected static string Text(string name) => $$"""{"type":"enum","name":"E","symbols":[],"doc":"{{name}}"}""";

    private protected Task<IReadOnlyList<string>> NamesAsync() => _store.Subjects.ListAsync(s_all, "", DeletedVersions.Hidden, default).AsTask();

    private protected Task<Registration> AddAsync(string subject, string text) => AddAsync(New(subject, text));

    // As the service does it: what was checked holds for a state, and is checked again where another client was faster.
    private protected async Task<Registration> AddAsync(NewSchema schema)
    {
        while (true)
        {
            var state = await _store.Subjects.StateAsync(schema.Subject, default);
            if (await _store.Versions.AddAsync(schema, Identity(schema), state, default) is { } registration)
            {
                return registration;
            }
        }
    }

    private async Task ChangeAsync(Registration added, Func<VersionNote, VersionNote> change) => Assert.NotNull(await _store.Catalog.ChangeAsync(added.Version.Key, change, default));

    private async Task<IReadOnlyList<long>> KeysAsync(CatalogQuery query) => [.. (await _store.Catalog.ListAsync(query, default)).Entries.Select(static entry => entry.Version.Key)];

    private async Task<string> FoundAsync(CatalogQuery query) => string.Join(' ', await KeysAsync(query));

    private static Dictionary<string, string> Properties((string Name, string Value) property) => new(StringComparer.Ordinal) { [property.Name] = property.Value };

    private protected static NewSchema New(string subject, string text) => new(subject, SchemaFormat.Avro, text, [], Metadata: null, RuleSet: null);

    private static SchemaIdentity Identity(NewSchema schema) => SchemaIdentity.Of(schema, schema.Text);
}
