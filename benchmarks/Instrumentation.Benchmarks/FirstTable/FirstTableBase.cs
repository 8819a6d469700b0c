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

    /// <summary>For the benchmark of the hand-written code.</summary>
    [GlobalSetup(Target = "OpenTelemetrySdk")]
    public void Attach() => _provider = OpenTelemetryQuotes.Listen();

    /// <summary>The provider lives until here, so that it is not collected before.</summary>
    [GlobalCleanup(Target = "OpenTelemetrySdk")]
    public void Detach() => _provider?.Dispose();

    private protected int NextNumber() => _next++ & ArgumentMask;

    private protected Request NextRequest() => _requests[_next++ & ArgumentMask];
}
