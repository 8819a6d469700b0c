using System.Globalization;
using System.Net;
using SchemaRegistry.Api.Tests.Infrastructure;

namespace SchemaRegistry.Api.Tests.Storage;

/// <summary>The registry as a process of its own, killed again and again while many clients register and delete.</summary>
public sealed class CrashTests
{
    private const int Workers = 16;
    private const int Subjects = 4;

    // Each round starts the registry anew, which takes a second or two.
    private static readonly int s_rounds = Environment.GetEnvironmentVariable("INSTRUMENTATION_LONG_TESTS") == "1" ? 200 : 3;

    [Fact]
    public async Task Registry_KilledWhileManyClientsChangeIt_LosesNothingAndDoublesNothing()
    {
        using var folder = new TemporaryFolder();
        var database = Path.Combine(folder.Path, "data", "registry.db");
        var ledger = new CrashLedger();
        for (var round = 0; round < s_rounds; round++)
        {
            await using var server = await StartAsync(folder);
            (await server.Registry.PutAsync("/config", """{"compatibility":"NONE"}""")).Ok();
            ledger.Settle(database);
            await ledger.ReadBackAsync(server.Registry);
            await KillInTheMiddleAsync(server, ledger, round);
        }

        await using var last = await StartAsync(folder);
        ledger.Settle(database);
        await ledger.ReadBackAsync(last.Registry);
        Assert.True(ledger.Acknowledged >= s_rounds * Workers, "Too little was acknowledged to mean anything.");
    }

    private static Task<RegistryProcess> StartAsync(TemporaryFolder folder) =>
        RegistryProcess.StartAsync(folder.Path, environment: null, "--urls", "http://127.0.0.1:0");

    // Not after a time, but after a number of answers that differs from round to round: others are under way then.
    private static async Task KillInTheMiddleAsync(RegistryProcess server, CrashLedger ledger, int round)
    {
        var answersLeft = Workers + (round * 37 % 211);
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var workers = Enumerable.Range(0, Workers).Select(worker => Task.Run(() => WorkAsync(server.Registry, ledger, round, worker, () =>
        {
            if (Interlocked.Decrement(ref answersLeft) == 0)
            {
                enough.SetResult();
            }
        }))).ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(workers));
        await server.KillAsync();
        await Task.WhenAll(workers);
        Assert.True(enough.Task.IsCompleted, "The workers ended before the registry was killed.");
    }

    private static async Task WorkAsync(RegistryClient registry, CrashLedger ledger, int round, int worker, Action answered)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                var subject = string.Create(CultureInfo.InvariantCulture, $"s{(worker + i) % Subjects}");
                var text = string.Create(CultureInfo.InvariantCulture, $$"""{"type":"fixed","name":"F","size":{{worker + 1}},"doc":"{{round}} {{i}}"}""");
                ledger.Registering(subject, text);
                var answer = await registry.RegisterAsync(subject, text);
                Assert.Equal(HttpStatusCode.OK, answer.Status);
                ledger.Registered(subject, text, answer.Json.GetProperty("version").GetInt32(), answer.Json.GetProperty("id").GetInt32());
                answered();

                // Every third one goes again, and of these every other one for good.
                if (i % 3 == 1 && ledger.ToDelete(subject) is { } version)
                {
                    await DeleteAsync(registry, ledger, subject, version, permanent: false, answered);
                    if (i % 6 == 1)
                    {
                        await DeleteAsync(registry, ledger, subject, version, permanent: true, answered);
                    }
                }
            }
        }
        catch (HttpRequestException)
        {
            // It was killed. What was not answered may have happened or not.
        }
    }

    private static async Task DeleteAsync(RegistryClient registry, CrashLedger ledger, string subject, int version, bool permanent, Action answered)
    {
        ledger.Deleting(subject, version, permanent);
        var answer = await registry.DeleteAsync(string.Create(CultureInfo.InvariantCulture, $"/subjects/{subject}/versions/{version}{(permanent ? "?permanent=true" : "")}"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        ledger.Deleted(subject, version, permanent);
        answered();
    }
}
