using System.Globalization;
using System.Net;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Caching;

/// <summary>Readers that ask without a pause while one client changes what they read: after a change was answered, none is told what was before it.</summary>
public sealed class RacingReadTests : IAsyncLifetime
{
    private const int Readers = 8;
    private const int Changes = 150;

    private readonly RegistryServer _server = new();

    private RegistryClient Registry => _server.Registry;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public Task Latest_WhileVersionsAreRegisteredAndDeleted_IsNeverAnEarlierOne() => RaceAsync(
        "/subjects/a/versions/latest",
        async number =>
        {
            (await Registry.RegisterAsync("a", $$"""{"type":"fixed","name":"F","size":{{number}}}""")).Ok();

            // The one before it goes now and then: the latest stays, but is looked for anew.
            if (number % 5 == 0)
            {
                (await Registry.DeleteAsync(string.Create(CultureInfo.InvariantCulture, $"/subjects/a/versions/{number - 1}"))).Ok();
            }
        },
        static answer => answer.Ok().GetProperty("version").GetInt32());

    [Fact]
    public Task Config_WhileItIsChanged_IsNeverAnEarlierOne() => RaceAsync(
        "/config/a",
        async number => (await Registry.PutAsync("/config/a", string.Create(CultureInfo.InvariantCulture, $$"""{"compatibility":"FULL","compatibilityGroup":"{{number}}"}"""))).Ok(),
        static answer => int.Parse(answer.Ok().GetProperty("compatibilityGroup").GetString()!, CultureInfo.InvariantCulture));

    [Fact]
    public async Task Schema_DeletedForGoodWhileItIsRead_IsGoneForWhoAsksAfterwards()
    {
        var (alive, gone) = (0, 0);
        using var end = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                var known = Volatile.Read(ref gone);
                var id = Math.Max(1, Volatile.Read(ref alive));
                var answer = await Registry.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/schemas/ids/{id}"));
                Assert.True(id > known ? answer.Status is HttpStatusCode.OK or HttpStatusCode.NotFound : answer.Status == HttpStatusCode.NotFound, $"Schema {id} is there, and {known} was deleted before.");
            }
        })).ToList();
        for (var i = 0; i < Changes && !readers.Exists(static reader => reader.IsFaulted); i++)
        {
            var id = (await Registry.RegisterAsync("a", $$"""{"type":"fixed","name":"F","size":{{i + 1}}}""")).Ok().GetProperty("id").GetInt32();
            Volatile.Write(ref alive, id);
            (await Registry.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/schemas/ids/{id}"))).Ok();
            (await Registry.DeleteAsync("/subjects/a")).Ok();
            (await Registry.DeleteAsync("/subjects/a?permanent=true")).Ok();
            Volatile.Write(ref gone, id);
            Assert.Equal(HttpStatusCode.NotFound, (await Registry.GetAsync("/subjects/a/versions/latest")).Status);
        }

        await end.CancelAsync();
        await Task.WhenAll(readers);
    }

    private async Task RaceAsync(string path, Func<int, Task> change, Func<RegistryAnswer, int> read)
    {
        (await Registry.PutAsync("/config", """{"compatibility":"NONE"}""")).Ok();
        await change(1);
        var acknowledged = 1;
        using var end = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                var least = Volatile.Read(ref acknowledged);
                var seen = read(await Registry.GetAsync(path));
                Assert.True(seen >= least, $"{path} was {seen} after {least} was answered.");
            }
        })).ToList();
        for (var number = 2; number <= Changes && !readers.Exists(static reader => reader.IsFaulted); number++)
        {
            await change(number);
            Volatile.Write(ref acknowledged, number);
        }

        await end.CancelAsync();
        await Task.WhenAll(readers);
    }
}
