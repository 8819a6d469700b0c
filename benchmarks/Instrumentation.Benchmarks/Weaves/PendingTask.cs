using BenchmarkDotNet.Attributes;
using Instrumentation.Benchmarks.FirstTable;
using Instrumentation.Benchmarks.Quotes;
using Instrumentation.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.Benchmarks.Weaves;

/// <summary>An <c>async Task&lt;int&gt;</c> method that suspends and is resumed inline, recorded by each weave while <c>/metrics</c> is read.</summary>
public class PendingTask
{
    private readonly Request[] _requests = Request.All;
    private readonly Gate _gate = new();
    private readonly Awaiting _caller;
    private readonly PlainQuotes _plain;
    private readonly TimedQuotes _timed;
    private readonly AnnotatedQuotes _annotated;
    private readonly AspectQuotes _aspect;
    private readonly WovenQuotes _woven;
    private readonly IServedQuotes _served;
    private int _next;

    public PendingTask()
    {
        _caller = new Awaiting(_gate);
        _plain = new PlainQuotes(_gate);
        _timed = new TimedQuotes(_gate);
        _annotated = new AnnotatedQuotes(_gate);
        _aspect = new AspectQuotes(_gate);
        _woven = new WovenQuotes(_gate);
        _served = new ServiceCollection().AddSingleton<IServedQuotes>(_ => new ServedQuotes(_gate)).AddInstrumentation().BuildServiceProvider().GetRequiredService<IServedQuotes>();
    }

    [GlobalSetup(Targets = [nameof(Timed), nameof(InPlace), nameof(Both), nameof(Definition), nameof(Decorator), nameof(CallSite)])]
    public void Collect() => MetricRegistry.StartCollecting();

    /// <summary>A call that was not recorded would be the fastest of all.</summary>
    [GlobalCleanup(Targets = [nameof(Timed), nameof(InPlace), nameof(Both), nameof(Definition), nameof(Decorator), nameof(CallSite)])]
    public async Task CheckRecorded()
    {
        var text = await PrometheusText.ReadAsync();
        if (!text.Split('\n').Any(static line => line.Contains("_seconds_count", StringComparison.Ordinal) && !line.Contains("unknown", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal)))
        {
            throw new InvalidOperationException("Nothing was recorded, or without its tags.");
        }
    }

    [Benchmark(Description = "plain call", Baseline = true)]
    public int Plain() => _caller.Result(_plain.QuoteAsync(Next().Origin, _request.Cached, _request.Format));

    [Benchmark(Description = "two clock reads")]
    public int ClockReads() => _caller.Result(_timed.QuoteAsync(Next().Origin, _request.Cached, _request.Format));

    [Benchmark(Description = "in place, timing only")]
    public int Timed() => _caller.Result(_woven.TimedAsync(Next().Origin, _request.Cached, _request.Format));

    [Benchmark(Description = "in place, everything on")]
    public int InPlace() => _caller.Result(_woven.InPlaceAsync(Next().Origin, _request.Cached, _request.Format));

    [Benchmark(Description = "definition over in place, everything on")]
    public int Both() => _caller.Result(_woven.BothAsync(Next().Origin, _request.Cached, _request.Format));

    [Benchmark(Description = "definition, everything on")]
    public int Definition() => _caller.Result(_woven.DefinedAsync(Next().Origin, _request.Cached, _request.Format));

    [Benchmark(Description = "call site, everything on")]
    public int CallSite() => _caller.Result(_annotated.QuoteAsync(Next().Origin, _request.Cached, _request.Format));

    [Benchmark(Description = "decorator, everything on")]
    public int Decorator() => _caller.Result(_served.QuoteAsync(Next().Origin, _request.Cached, _request.Format));

    [Benchmark(Description = "async wrapper by hand, timing only")]
    public int Wrapper() => _caller.Result(_woven.WrappedAsync(Next().Origin, _request.Cached, _request.Format));

    [Benchmark(Description = "AspectInjector, timing only")]
    public int AspectInjector()
    {
        _gate.Close();
        return _caller.Result(_aspect.QuoteAsync(_next++ & 31));
    }

    private Request _request;

    private Request Next()
    {
        _gate.Close();
        return _request = _requests[_next++ & 31];
    }
}
