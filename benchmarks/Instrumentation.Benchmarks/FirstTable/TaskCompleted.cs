using BenchmarkDotNet.Attributes;

namespace Instrumentation.Benchmarks.FirstTable;

/// <summary>An <c>async Task&lt;int&gt;</c> method that does not suspend.</summary>
public class TaskCompleted : FirstTableBase
{
    [Benchmark(Description = "plain call")]
    public int PlainCall()
    {
        var request = NextRequest();
        return Plain.QuoteAsync(request.Origin, request.Cached, request.Format).GetAwaiter().GetResult();
    }

    [Benchmark(Description = "two clock reads")]
    public int TwoClockReads()
    {
        var request = NextRequest();
        return Timed.QuoteAsync(request.Origin, request.Cached, request.Format).GetAwaiter().GetResult();
    }

    [Benchmark(Description = "ours, nobody listening")]
    public int OursIdle()
    {
        var request = NextRequest();
        return Annotated.QuoteAsync(request.Origin, request.Cached, request.Format).GetAwaiter().GetResult();
    }

    [Benchmark(Description = "ours, /metrics listening")]
    public int OursListening()
    {
        var request = NextRequest();
        return Annotated.QuoteAsync(request.Origin, request.Cached, request.Format).GetAwaiter().GetResult();
    }

    [Benchmark(Description = "by hand, OpenTelemetry SDK")]
    public int OpenTelemetrySdk()
    {
        var request = NextRequest();
        return OpenTelemetry.QuoteAsync(request.Origin, request.Cached, request.Format).GetAwaiter().GetResult();
    }

    [Benchmark(Description = "DispatchProxy, timing only")]
    public int TimingDispatchProxy() => DispatchProxy.QuoteAsync(NextNumber()).GetAwaiter().GetResult();

    [Benchmark(Description = "Castle DynamicProxy, timing only")]
    public int TimingCastle() => Castle.QuoteAsync(NextNumber()).GetAwaiter().GetResult();

    [Benchmark(Description = "AspectInjector, timing only")]
    public int TimingAspectInjector() => Aspect.QuoteAsync(NextNumber()).GetAwaiter().GetResult();
}
