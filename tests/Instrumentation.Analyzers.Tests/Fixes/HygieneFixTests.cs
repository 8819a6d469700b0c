using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Rules.Hygiene;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Instrumentation.CodeFixes;

namespace Instrumentation.Analyzers.Tests.Fixes;

/// <summary>Fixes for INS4xxx: one by one and all at once give the same text, which compiles and has nothing left to fix.</summary>
public sealed class HygieneFixTests
{
    private const string Head = "using System.Diagnostics;\nusing System.Diagnostics.Metrics;\n";

    [Theory]
    [InlineData("new double[] { 5, 1, 1, 2 }", "new double[] { 1, 2, 5 }")]
    [InlineData("[0.5, 0.1]", "[0.1, 0.5]")]
    [InlineData("new[] { 1.0, /* low */ 0.5 }", "new[] { 0.5, /* low */ 1.0 }")]
    public Task Boundaries_OutOfOrder_AreSorted(string before, string after)
    {
        const string Text = Head + "public class C { public object A = new InstrumentAdvice<double> { HistogramBucketBoundaries = @ }; public object B = new InstrumentAdvice<double> { HistogramBucketBoundaries = @ }; }";
        return FixHarness.VerifyAsync<BoundariesAreMalformedAnalyzer, BucketsFixer>(Text.Replace("@", before), Text.Replace("@", after), nameof(BucketsFixer));
    }

    [Fact]
    public Task Buckets_OfOurs_AreSorted() => FixHarness.VerifyAsync<BucketsAreMalformedAnalyzer, BucketsFixer>(
        "public class C { [Instrumented(Buckets = [2, 1])] public virtual void M() { } [MetricHistogram(\"x\", Buckets = new double[] { 3, 3 })] public virtual void N() { } }",
        "public class C { [Instrumented(Buckets = [1, 2])] public virtual void M() { } [MetricHistogram(\"x\", Buckets = new double[] { 3 })] public virtual void N() { } }",
        nameof(BucketsFixer));

    [Fact]
    public Task Names_OfOurs_GetTheirSuffix() => FixHarness.VerifyAsync<NameIsUnconventionalAnalyzer, LiteralFixer>(
        "public class C { [MetricCounter(\"orders\")] [MetricCounter(\"ordersPlaced_total\")] [MetricUpDownCounter(\"waiting_total\")] public virtual void M() { } }",
        "public class C { [MetricCounter(\"orders_total\")] [MetricCounter(\"orders_placed_total\")] [MetricUpDownCounter(\"waiting\")] public virtual void M() { } }",
        nameof(LiteralFixer));

    // `request_duration_ms` has no fix: another unit means other numbers.
    [Fact]
    public Task Names_BehindOneWithoutAFix_AreFixedByFormatting() => FixHarness.VerifyUsualAsync<NameIsUnconventionalAnalyzer, LiteralFixer>(
        "public class C { [MetricHistogram(\"request_duration_ms\", Value = \"1\")] [MetricCounter(\"orders\")] public virtual void M() { } }",
        "public class C { [MetricHistogram(\"request_duration_ms\", Value = \"1\")] [MetricCounter(\"orders_total\")] public virtual void M() { } }");

    [Fact]
    public Task Units_OfOurs_GoIntoTheName() => FixHarness.VerifyAsync<UnitIsUnconventionalAnalyzer, LiteralFixer>(
        "public class C { [Instrumented(\"place_duration\")] [MetricCounter(\"sent_total\", Unit = \"bytes\")] public virtual void M() { } [MetricGauge(\"size_bytes\", Unit = \"By\")] public int Size => 1; }",
        "public class C { [Instrumented(\"place_duration_seconds\")] [MetricCounter(\"sent_bytes_total\", Unit = \"bytes\")] public virtual void M() { } [MetricGauge(\"size_bytes\", Unit = \"bytes\")] public int Size => 1; }",
        nameof(LiteralFixer));

    [Fact]
    public Task Gauge_BroughtDownAtTheEnd_IsBroughtDownInFinally() => FixHarness.VerifyAsync<GaugeStaysUpAnalyzer, GaugeStaysUpFixer>(
        Head + """
        public class C
        {
            private static readonly UpDownCounter<int> s_active = new Meter("m").CreateUpDownCounter<int>("active");
            public async Task<int> A(Func<Task<int>> work)
            {
                s_active.Add(1);

                // The work itself.
                var x = await work();
                s_active.Add(-1);
                return x;
            }

            public void B(Action work)
            {
                s_active.Add(1);
                work();
                s_active.Add(-1);
                Console.WriteLine();
            }

            public int D(Func<int> work)
            {
                s_active.Add(1);
                if (work() == 0)
                {
                    s_active.Add(-1);
                    return 0;
                }

                work();
                s_active.Add(-1);
                return 1;
            }
        }
        """,
        Head + """
        public class C
        {
            private static readonly UpDownCounter<int> s_active = new Meter("m").CreateUpDownCounter<int>("active");
            public async Task<int> A(Func<Task<int>> work)
            {
                s_active.Add(1);
                try
                {

                    // The work itself.
                    var x = await work();
                    return x;
                }
                finally
                {
                    s_active.Add(-1);
                }
            }

            public void B(Action work)
            {
                s_active.Add(1);
                try
                {
                    work();
                }
                finally
                {
                    s_active.Add(-1);
                }

                Console.WriteLine();
            }

            public int D(Func<int> work)
            {
                s_active.Add(1);
                try
                {
                    if (work() == 0)
                    {
                        return 0;
                    }

                    work();
                }
                finally
                {
                    s_active.Add(-1);
                }

                return 1;
            }
        }
        """,
        nameof(GaugeStaysUpFixer));

    [Fact]
    public Task Span_NotEnded_IsDeclaredWithUsing() => FixHarness.VerifyAsync<SpanIsNotEndedAnalyzer, SpanIsNotEndedFixer>(
        Head + """
        public class C
        {
            private static readonly ActivitySource s_source = new("m");
            public void A(Action work)
            {
                // The whole work.
                var activity = s_source.StartActivity("a");
                work();
            }

            public void B(Action work)
            {
                Activity? activity = s_source.StartActivity("b");
                work();
                activity?.Stop();
            }
        }
        """,
        Head + """
        public class C
        {
            private static readonly ActivitySource s_source = new("m");
            public void A(Action work)
            {
                // The whole work.
                using var activity = s_source.StartActivity("a");
                work();
            }

            public void B(Action work)
            {
                using Activity? activity = s_source.StartActivity("b");
                work();
                activity?.Stop();
            }
        }
        """,
        nameof(SpanIsNotEndedFixer));
}
