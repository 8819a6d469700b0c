namespace Instrumentation.Integration.Tests;

/// <summary>Methods whose spans are looked at.</summary>
internal sealed class Traced
{
    [Instrumented]
    public async Task<int> OuterAsync(Task<int> pending)
    {
        Inner();
        return await pending;
    }

    [Instrumented(SpanName = "inner")]
    public void Inner()
    {
    }

    [Instrumented]
    public async ValueTask YieldAsync() => await Task.Yield();

    [Instrumented]
    public async Task YieldTaskAsync() => await Task.Yield();

    [Instrumented]
    public Task<int> PassAsync(Task<int> pending) => pending;

    [Instrumented]
    public async Task<int> AwaitAsync(Task<int> pending) => await pending.ConfigureAwait(false);

    [Instrumented]
    public async ValueTask<int> AwaitValueAsync(Task<int> pending) => await pending.ConfigureAwait(false);

    [Instrumented]
    public async Task NoContextAsync() => await Task.Delay(1).ConfigureAwait(false);

    [Instrumented]
    public async ValueTask NoContextValueAsync() => await Task.Delay(1).ConfigureAwait(false);

    [Instrumented(SpanName = "lookup")]
    [SpanTag("kind", Value = "fixed")]
    [SpanTag("subject.length", From = "subject.Length")]
    [SpanTag("doubled", From = "result * 2")]
    public int Tagged([SpanTag] string subject, int number) => subject.Length > 0 ? number : 0;

    [Instrumented]
    public void Fail(string secret) => throw new InvalidOperationException(secret);
}
