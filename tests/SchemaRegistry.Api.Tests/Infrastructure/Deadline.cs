namespace SchemaRegistry.Api.Tests.Infrastructure;

/// <summary>Waits for what another process does, by asking it.</summary>
internal static class Deadline
{
    /// <summary>Asks until there is an answer; the pause only spares the asked, and the limit only ends a test that would hang.</summary>
    public static async Task<T> PollAsync<T>(Func<CancellationToken, Task<T?>> ask, Func<string> explain)
        where T : class
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            while (true)
            {
                if (await ask(limit.Token) is { } answer)
                {
                    return answer;
                }

                await Task.Delay(100, limit.Token);
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException(explain());
        }
    }
}
