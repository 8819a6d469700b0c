using System.Runtime.CompilerServices;

namespace Instrumentation.Integration.Tests;

/// <summary>Methods that return before their work is done, and methods that only their own types can call.</summary>
internal class Sequences
{
    private readonly Traced _traced = new();

    [Instrumented("sequences_count_seconds")]
    public async IAsyncEnumerable<int> CountAsync([SpanTag] int length, Exception? failure, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var i = 0; i < length; i++)
        {
            await Task.Yield();
            cancellation.ThrowIfCancellationRequested();
            _traced.Inner();
            yield return i;
        }

        if (failure is not null)
        {
            throw failure;
        }
    }

    [Instrumented]
    public IEnumerable<int> Count(int length)
    {
        for (var i = 0; i < length; i++)
        {
            yield return i;
        }
    }

    [Instrumented]
    public IEnumerable<int> Divide(int by)
    {
        yield return 1 / by;
    }

    [Instrumented]
    public IAsyncEnumerable<int> Refuse() => throw new ArgumentException("no");

    [NotInstrumented]
    public async Task<int> CallAllAsync() => Hidden(1) + await GuardedAsync() + StaticHidden(100);

    [Instrumented]
    protected virtual async Task<int> GuardedAsync()
    {
        await Task.Yield();
        return 0;
    }

    [Instrumented]
    private static int StaticHidden(int a) => a;

    [Instrumented]
    private int Hidden(int a) => a;

    public sealed class Derived : Sequences
    {
        // Without an attribute of its own: what is measured is the call of the virtual method.
        protected override async Task<int> GuardedAsync() => await base.GuardedAsync() + 10; // instrumentation: off
    }
}
