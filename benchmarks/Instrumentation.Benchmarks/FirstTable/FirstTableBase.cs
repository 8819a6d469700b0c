using BenchmarkDotNet.Attributes;
using Instrumentation.Benchmarks.Quotes;
using Instrumentation.Metrics;
using OpenTelemetry.Metrics;

namespace Instrumentation.Benchmarks.FirstTable;

/// <summary>The variants, and who listens to which. Each benchmark runs in a process of its own: only its own listener exists there.</summary>
public abstract class FirstTableBase
{
    private const int ArgumentMask = 31;

    private readonly Request[] _requests = Request.All;
    private int _next;
    private readonly CountingExporter _exporter = new();
    private MeterProvider? _provider;

    private protected FirstTableBase()
    {
        if (_requests.Length != ArgumentMask + 1)
        {
            throw new InvalidOperationException("The arguments go round by a mask.");
        }

        Plain = new PlainQuotes(Gate);
        Timed = new TimedQuotes(Gate);
        Annotated = new AnnotatedQuotes(Gate);
        OpenTelemetry = new OpenTelemetryQuotes(Gate);
        DispatchProxy = DispatchProxyQuotes.Around(new NumberedQuotes(Gate));
        Castle = CastleQuotes.Around(new NumberedQuotes(Gate));
        Aspect = new AspectQuotes(Gate);
        Caller = new Awaiting(Gate);
    }

    private protected Gate Gate { get; } = new();

    private protected Awaiting Caller { get; }

    private protected PlainQuotes Plain { get; }

    private protected TimedQuotes Timed { get; }

    private protected AnnotatedQuotes Annotated { get; }

    private protected OpenTelemetryQuotes OpenTelemetry { get; }

    private protected IQuotes DispatchProxy { get; }

    private protected IQuotes Castle { get; }

    private protected AspectQuotes Aspect { get; }

    /// <summary>For the benchmark "ours, /metrics listening".</summary>
    [GlobalSetup(Target = "OursListening")]
    public void Collect() => MetricRegistry.StartCollecting();

    /// <summary>A call that was not intercepted would be the fastest of all: the series must have moved.</summary>
    [GlobalCleanup(Target = "OursListening")]
    public async Task CheckRecorded()
    {
        var text = await PrometheusText.ReadAsync();
        if (!text.Split('\n').Any(static line => line.StartsWith("quotes", StringComparison.Ordinal) && line.Contains("_total{", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal)))
        {
            throw new InvalidOperationException("Nothing was recorded: the calls were not intercepted.");
        }
    }

    /// <summary>For the benchmark of the hand-written code.</summary>
    [GlobalSetup(Target = "OpenTelemetrySdk")]
    public void Attach() => _provider = OpenTelemetryQuotes.Listen(_exporter);

    /// <summary>The exporter must have seen both instruments; disposing the provider collects for the last time.</summary>
    [GlobalCleanup(Target = "OpenTelemetrySdk")]
    public void Detach()
    {
        _provider?.Dispose();
        if (_exporter.MetricsSeen != 2)
        {
            throw new InvalidOperationException("The OpenTelemetry SDK did not record both instruments.");
        }
    }

    private protected int NextNumber() => _next++ & ArgumentMask;

    private protected Request NextRequest() => _requests[_next++ & ArgumentMask];
}
