using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Instrumentation.CodeFixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class CallersAreOutOfReachAnalyzerTests
{
    [Theory]
    [InlineData("public class X { [Instrumented] public int [|M|](int a) => a; public object Call() => (Func<int, int>)M; }", "has 1 use")]
    [InlineData("public class X { [Instrumented] public int [|M|](int a) => a; public object Call(int[] b) => (b.Select(M), b.Select(M), M(1)); }", "has 2 uses")]
    [InlineData("public class X { [Instrumented] public async Task [|M|]() => await Task.Yield(); public Func<Task> Call() => M; }", "make it 'async partial'")]
    [InlineData("public class X { [Instrumented] public int [|M|](int a) => a; public object? Call() => typeof(X).GetMethod(nameof(M)); }", "by reflection")]
    [InlineData("public class X { [Instrumented] public int [|M|](int a) => a; public object Call() { System.Linq.Expressions.Expression<Func<int>> e = () => M(1); return e; } }", "expression tree")]
    [InlineData("public class X { [Instrumented] public override string [|ToString|]() => \"\"; }", "overrides 'Object.ToString', which another assembly calls")]
    [InlineData("public struct X : IComparable<X> { [Instrumented] public int [|CompareTo|](X a) => 1; }", "implements 'IComparable.CompareTo'")]
    [InlineData("public partial class X { [MetricHistogram(\"a_bytes\", Value = \"a.Length\")] public async partial Task [|M|](byte[] a) => await Task.Yield(); }", "the value of 'a_bytes' reads what only a caller has")]
    [InlineData("public partial class X { [Instrumented(\"a_seconds\")] public virtual async partial Task [|M|]([Tag] bool a) => await Task.Yield(); }", "takes tags of its arguments that no caller can hand over")]
    [InlineData("public class X { [Instrumented] public async Task [|M|]([System.Runtime.CompilerServices.CallerMemberName] string a = \"\") => await Task.Yield(); }", "has caller information, with which it cannot be recorded in place; leave it 'partial' and without a body, which 'MCore' takes")]
    public async Task MethodWithCallersOutOfReach_IsReported(string source, string words)
    {
        var found = Assert.Single(await RuleHarness.VerifyGeneratedAsync<CallersAreOutOfReachAnalyzer>(source));
        Assert.Contains(words, found.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class X { [Instrumented] public int M(int a) => a; public int Call() => M(1); }")]
    [InlineData("public class X { public int M(int a) => a; public Func<int, int> Call() => M; }")]
    [InlineData("public partial class X { [Instrumented] public partial int M(int a); private int MCore(int a) => a; public Func<int, int> Call() => M; }")]
    [InlineData("public partial class X { [Instrumented] public async partial Task M() => await Task.Yield(); public Func<Task> Call() => M; }")]
    [InlineData("public partial class X { [Instrumented(\"a_seconds\")] public async partial Task M([Tag] bool a) => await Task.Yield(); public Task Call() => M(true); }")]
    [InlineData("public class X { [Instrumented] public int M(int a) => a; private int MCore(long a) => 1; public Func<int, int> Call() => M; }")]
    [InlineData("file class X { [Instrumented] public int M(int a) => a; public Func<int, int> Call() => M; }")]
    [InlineData("public interface I { int M(int a); } public class X : I { [Instrumented] int I.M(int a) => a; }")]
    [InlineData("public interface I { [Instrumented] int M(int a); } public class X { public Func<int, int> Call(I a) => a.M; }")]
    [InlineData("public class X : IComparable<X> { [Instrumented] public int CompareTo(X? a) => 1; }")]
    [InlineData("public class B { public virtual int M() => 1; } public class X : B { [Instrumented] public override int M() => 2; }")]
    [InlineData("public class X { [Instrumented] public int M(int a) => a; public object? Call() => typeof(X).GetMethod(\"Other\"); }")]
    [InlineData("public class X { [Instrumented] public int M(int a) => a; public Func<int, int> Call() => M; // instrumentation: off\n}")]
    [InlineData("public class X { [Instrumented] public int M([System.Runtime.CompilerServices.CallerMemberName] string a = \"\") => a.Length; public int Call() => M(); }")]
    [InlineData("public class X { [Instrumented] public async IAsyncEnumerable<int> M([System.Runtime.CompilerServices.CallerMemberName] string a = \"\") { await Task.Yield(); yield return a.Length; } }")]
    [InlineData("[assembly: Instrumented] public class X { public async Task M([System.Runtime.CompilerServices.CallerMemberName] string a = \"\") => await Task.Yield(); }")]
    public Task OtherMethod_IsNot(string source) => RuleHarness.VerifyGeneratedAsync<CallersAreOutOfReachAnalyzer>(source);

    // Nothing is generated for it, so that it does not compile until it is fixed.
    [Fact]
    public async Task HalfWithCallerInformation_IsReported()
    {
        var compilation = TestCompilation.Create(RuleHarness.Usings + "[Instrumented] public partial class X { public async partial Task M([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => await Task.Yield(); }");
        var found = Assert.Single(await RuleHarness.RunAsync(compilation, new CallersAreOutOfReachAnalyzer()));
        Assert.Equal("'M' has caller information, with which it cannot be recorded in place; leave it 'partial' and without a body, which 'MCore' takes, and it records every call itself", found.GetMessage());
    }

    [Fact]
    public Task Fix_GivesTheBodyToAMethodOfItsOwn_AndKeepsTheRest() => FixHarness.VerifyAsync<CallersAreOutOfReachAnalyzer, CallersAreOutOfReachFixer>(
        """
        namespace Shop;

        public class Store
        {
            private int _sum;

            /// <summary>Adds.</summary>
            /// <param name="day">When.</param>
            [Instrumented("add_seconds")] // measured
            [Obsolete("old")]
            public virtual int Add([Tag] DayOfWeek day, [SpanTag] int count = 1) // odd
            {
                // Sums.
                return _sum += count;
            }

            /* An extension. */
            [MetricCounter("twice_total")]
            internal static T Twice<T>(in T item, params int[] more)
                where T : struct => item; // short

            [Instrumented]
            private async void Fire(object? sender, EventArgs e)
            {
                await Task.Yield();
            }

            [Instrumented]
            static IEnumerable<int> Each(int count)
            {
                for (var i = 0; i < count; i++)
                    yield return i;
            }

        #pragma warning disable CS0612, CS0618
            public object Use() => ((Func<DayOfWeek, int, int>)Add, (Func<int, IEnumerable<int>>)Each, (Doubled)Twice);

            private delegate int Doubled(in int item, params int[] more);
        }
        """,
        """
        namespace Shop;

        public partial class Store
        {
            private int _sum;

            /// <summary>Adds.</summary>
            /// <param name="day">When.</param>
            [Instrumented("add_seconds")] // measured
            [Obsolete("old")]
            public virtual partial int Add([Tag] DayOfWeek day, [SpanTag] int count = 1);

            private int AddCore(DayOfWeek day, int count) // odd
            {
                // Sums.
                return _sum += count;
            }

            /* An extension. */
            [MetricCounter("twice_total")]
            internal static partial T Twice<T>(in T item, params int[] more)
                where T : struct;

            private static T TwiceCore<T>(in T item, params int[] more)
                where T : struct => item; // short

            [Instrumented]
            private async void Fire(object? sender, EventArgs e)
            {
                await Task.Yield();
            }

            [Instrumented]
            private static partial IEnumerable<int> Each(int count);

            private static IEnumerable<int> EachCore(int count)
            {
                for (var i = 0; i < count; i++)
                    yield return i;
            }

        #pragma warning disable CS0612, CS0618
            public object Use() => ((Func<DayOfWeek, int, int>)Add, (Func<int, IEnumerable<int>>)Each, (Doubled)Twice);

            private delegate int Doubled(in int item, params int[] more);
        }
        """,
        "Definition");
}
