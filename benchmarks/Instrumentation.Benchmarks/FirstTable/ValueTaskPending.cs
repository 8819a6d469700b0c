using BenchmarkDotNet.Attributes;

namespace Instrumentation.Benchmarks.FirstTable;

/// <summary>An <c>async ValueTask&lt;int&gt;</c> method that suspends, is awaited, and is resumed inline.</summary>
public class ValueTaskPending : FirstTableBase
{
    [Benchmark(Description = "plain call")]
    public int PlainCall()
    {
        Gate.Close();
        var request = NextRequest();
        return Caller.Result(Plain.QuoteValueAsync(request.Origin, request.Cached, request.Format));
    }

    [Benchmark(Description = "two clock reads")]
    public int TwoClockReads()
    {
        Gate.Close();
        var request = NextRequest();
        return Caller.Result(Timed.QuoteValueAsync(request.Origin, request.Cached, request.Format));
    }

    [Benchmark(Description = "ours, nobody listening")]
    public int OursIdle()
    {
        Gate.Close();
        var request = NextRequest();
        return Caller.Result(Annotated.QuoteValueAsync(request.Origin, request.Cached, request.Format));
    }

    [Benchmark(Description = "ours, /metrics listening")]
    public int OursListening()
    {
        Gate.Close();
        var request = NextRequest();
        return Caller.Result(Annotated.QuoteValueAsync(request.Origin, request.Cached, request.Format));
    }

    [Benchmark(Description = "by hand, OpenTelemetry SDK")]
    public int OpenTelemetrySdk()
    {
        Gate.Close();
        var request = NextRequest();
        return Caller.Result(OpenTelemetry.QuoteValueAsync(request.Origin, request.Cached, request.Format));
    }

    [Benchmark(Description = "DispatchProxy, timing only")]
    public int TimingDispatchProxy()
    {
        Gate.Close();
        return Caller.Result(DispatchProxy.QuoteValueAsync(NextNumber()));
    }

    [Benchmark(Description = "Castle DynamicProxy, timing only")]
    public int TimingCastle()
    {
        Gate.Close();
        return Caller.Result(Castle.QuoteValueAsync(NextNumber()));
    }

    [Benchmark(Description = "AspectInjector, timing only")]
    public int TimingAspectInjector()
    {
        Gate.Close();
        return Caller.Result(Aspect.QuoteValueAsync(NextNumber()));
    }
}
