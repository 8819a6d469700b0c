using System.Diagnostics;
using Instrumentation.OpenTelemetry.Sampling;
using Instrumentation.OpenTelemetry.Tests.Infrastructure;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Instrumentation.OpenTelemetry.Tests;

/// <summary>What a provider of the SDK exports.</summary>
[Collection("OpenTelemetry")]
public sealed class TracingTests
{
    private readonly Jobs _jobs = new();

    [Fact]
    public void Spans_OfInstrumentedAssemblies_AreExported()
    {
        var spans = Run(static _ => { }, () => _jobs.Outer(static () => { }));
        Assert.Equal(["quiet", "quiet", "outer"], spans.Select(static span => span.OperationName));
    }

    [Fact]
    public void Envelope_Opened_IsExportedAsChildOfItsProducer()
    {
        Envelope<int> envelope = default;
        var spans = Run(static _ => { }, () =>
        {
            _jobs.Outer(() => envelope = Envelope.Wrap(1));
            envelope.Open("consume").Dispose();
        });
        Assert.Equal(spans.Single(static span => span.OperationName == "outer").SpanId, spans.Single(static span => span.OperationName == "consume").ParentSpanId);
    }

    [Fact]
    public void Rate_OfZero_ExportsNothing() => Assert.Empty(Run(static o => o.SamplingRate = 0, () => _jobs.Outer(() => _jobs.Quiet())));

    [Fact]
    public void Rate_OfOne_ExportsEverything() => Assert.Single(Run(static o => o.SamplingRate = 1, () =>
    {
        using var span = Instrumentation.Tracing.Spans.Source("Instrumentation", "").StartActivity("root");
    }));

    [Fact]
    public void Error_Kept_BringsWhatIsAroundItAndWhatFollows()
    {
        var spans = Run(static o => { o.SamplingRate = 0; o.KeepErrors = true; }, () => _jobs.Outer(() => Record.Exception(() => _jobs.Fail())));

        Assert.Equal(["failing", "quiet", "outer"], spans.Select(static span => span.OperationName));
        Assert.Equal(["error", null, null], spans.Select(static span => span.GetTagItem("sampling.kept")));
    }

    [Fact]
    public void Slow_Kept_IsSaidSo()
    {
        var spans = Run(static o => { o.SamplingRate = 0; o.KeepSlowerThan = TimeSpan.Zero; }, () => _jobs.Quiet());
        Assert.Equal("slow", Assert.Single(spans).GetTagItem("sampling.kept"));
    }

    [Fact]
    public void Fast_AndSuccessful_IsNotKept() =>
        Assert.Empty(Run(static o => { o.SamplingRate = 0; o.KeepErrors = true; o.KeepSlowerThan = TimeSpan.FromHours(1); }, () => _jobs.Quiet()));

    [Theory]
    [InlineData(ActivityTraceFlags.None, 0)]
    [InlineData(ActivityTraceFlags.Recorded, 1)]
    public void Parent_Remote_Decides(ActivityTraceFlags flags, int exported)
    {
        var parent = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), flags, isRemote: true);
        Assert.Equal(exported, Run(static o => o.SamplingRate = 0.5, () => new FlowContext("id", parent).Open("consume").Dispose()).Count);
    }

    [Fact]
    public void Sampler_ThatThrows_DoesNotReachTheCaller()
    {
        var called = false;
        using (Sdk.CreateTracerProviderBuilder().AddInstrumentation().SetSampler(new Throwing()).Build())
        {
            _jobs.Outer(() => called = true);
        }

        Assert.True(called);
        Assert.Null(Activity.Current);
    }

    [Theory]
    [InlineData("00000000000000000000000000000001", 1, true)]
    [InlineData("ffffffffffffffffff7fffffffffffff", 0.5, false)]
    [InlineData("00000000000000000080000000000000", 0.5, true)]
    [InlineData("ffffffffffffffffffffffffffffffff", 0, false)]
    public void Ratio_GoesByTheLast56Bits(string trace, double rate, bool sampled) => Assert.Equal(sampled, Samples(trace, rate, state: null));

    [Theory]
    [InlineData("ot=rv:80000000000000", true)]
    [InlineData("a=1,ot=x:1;rv:7fffffffffffff", false)]
    [InlineData("ot=rv:8", false)]
    [InlineData("ot=rv:zzzzzzzzzzzzzz", false)]
    public void Ratio_GoesByExplicitRandomnessWhereThereIsOne(string state, bool sampled) =>
        Assert.Equal(sampled, Samples("ffffffffffffffffff00000000000000", 0.5, state));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Ratio_OutsideItsRange_IsRefusedWhereItIsSet(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(o => o.SamplingRate = rate, static () => { }));

    private static bool Samples(string trace, double rate, string? state)
    {
        var id = ActivityTraceId.CreateFromString(trace);
        var parameters = new SamplingParameters(new ActivityContext(id, default, default, state), id, "name", ActivityKind.Internal);
        return new TraceRatioSampler(rate).ShouldSample(parameters).Decision == SamplingDecision.RecordAndSample;
    }

    private static List<Activity> Run(Action<OpenTelemetryInstrumentationOptions> configure, Action work)
    {
        var exported = new Exported<Activity>();
        using (Sdk.CreateTracerProviderBuilder().AddInstrumentation(configure).AddProcessor(new SimpleActivityExportProcessor(exported)).Build())
        {
            work();
        }

        return [.. exported.Items];
    }

    private sealed class Throwing : Sampler
    {
        public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) => throw new InvalidOperationException("A sampler's own mistake.");
    }
}
