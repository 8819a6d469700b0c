using BenchmarkDotNet.Attributes;

namespace Instrumentation.Benchmarks.FirstTable;

/// <summary>A method that returns an <c>int</c>.</summary>
public class SyncCall : FirstTableBase
{
    [Benchmark(Description = "plain call")]
    public int PlainCall()
    {
        var request = NextRequest();
        return Plain.Quote(request.Origin, request.Cached, request.Format);
    }

    [Benchmark(Description = "two clock reads")]
    public int TwoClockReads()
    {
        var request = NextRequest();
        return Timed.Quote(request.Origin, request.Cached, request.Format);
    }

    [Benchmark(Description = "ours, nobody listening")]
    public int OursIdle()
    {
        var request = NextRequest();
        return Annotated.Quote(request.Origin, request.Cached, request.Format);
    }

    [Benchmark(Description = "ours, /metrics listening")]
    public int OursListening()
    {
        var request = NextRequest();
        return Annotated.Quote(request.Origin, request.Cached, request.Format);
    }

    [Benchmark(Description = "by hand, OpenTelemetry SDK")]
    public int OpenTelemetrySdk()
    {
        var request = NextRequest();
        return OpenTelemetry.Quote(request.Origin, request.Cached, request.Format);
    }

    [Benchmark(Description = "DispatchProxy, timing only")]
    public int TimingDispatchProxy() => DispatchProxy.Quote(NextNumber());

    [Benchmark(Description = "Castle DynamicProxy, timing only")]
    public int TimingCastle() => Castle.Quote(NextNumber());

    [Benchmark(Description = "AspectInjector, timing only")]
    public int TimingAspectInjector() => Aspect.Quote(NextNumber());
}
