using System.Runtime.CompilerServices;
using Instrumentation.Benchmarks.Quotes;

namespace Instrumentation.Benchmarks.Matrix;

/// <summary>The methods without any instrumentation: what they cost is not the telemetry's.</summary>
internal sealed class PlainCells(Gate gate)
{
    public static IEnumerable<Cell> All(Driver drive)
    {
        var plain = new PlainCells(drive.Gate);
        yield return new("sync", 3, drive.Sync(o => plain.Call(o.Origin, o.Cached, o.Format)));
        yield return new("Task completed", 3, drive.TaskCompleted(o => plain.CallTaskAsync(o.Origin, o.Cached, o.Format)));
        yield return new("Task pending", 3, drive.TaskPending(o => plain.CallTaskAsync(o.Origin, o.Cached, o.Format)));
        yield return new("ValueTask completed", 3, drive.ValueTaskCompleted(o => plain.CallValueTaskAsync(o.Origin, o.Cached, o.Format)));
        yield return new("ValueTask pending", 3, drive.ValueTaskPending(o => plain.CallValueTaskAsync(o.Origin, o.Cached, o.Format)));
        yield return new("IAsyncEnumerable", 3, drive.Sequence(o => plain.CallSequenceAsync(o.Origin, o.Cached, o.Format)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Call(Origin origin, bool cached, Format format) => Work.Do();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<int> CallTaskAsync(Origin origin, bool cached, Format format)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async ValueTask<int> CallValueTaskAsync(Origin origin, bool cached, Format format)
    {
        await gate.WaitAsync();
        return Work.Do();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async IAsyncEnumerable<int> CallSequenceAsync(Origin origin, bool cached, Format format)
    {
        await gate.WaitAsync();
        yield return Work.Do();
        yield return Work.Do();
    }
}
