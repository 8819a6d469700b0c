using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Instrumentation.CodeFixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class AsyncMethodCouldRecordItselfAnalyzerTests
{
    [Theory]
    [InlineData("public class X { [Instrumented] public async Task [|M|]() => await Task.Yield(); }")]
    [InlineData("public partial class X { [Instrumented] private static async ValueTask<int> [|M|]() { await Task.Yield(); return 1; } }")]
    [InlineData("public class X { [MetricCounter(\"a_total\")] async Task [|M|]() => await Task.Yield(); }")]
    [InlineData("[Instrumented] public class X { public async Task [|M|]() => await Task.Yield(); }")]
    [InlineData("public class X { [Instrumented(\"a_seconds\")] public async Task [|M|]([Tag] bool a) => await Task.Yield(); }")]
    [InlineData("public class Outer<T> { internal struct X { [Instrumented] public async Task [|M|]() => await Task.Yield(); } }")]
    public Task AsyncMethodThatOthersMeasure_IsReported(string source) => RuleHarness.VerifyGeneratedAsync<AsyncMethodCouldRecordItselfAnalyzer>(source);

    [Theory]
    [InlineData("public partial class X { [Instrumented] public async partial Task M() => await Task.Yield(); }")]
    [InlineData("public class X { [Instrumented] public Task M() => Task.CompletedTask; }")]
    [InlineData("public class X { public async Task M() => await Task.Yield(); }")]
    [InlineData("public class X { [Instrumented] public async void M() => await Task.Yield(); }")]
    [InlineData("public class X { [Instrumented] public async IAsyncEnumerable<int> M() { await Task.Yield(); yield return 1; } }")]
    [InlineData("public class X { [MetricHistogram(\"a_bytes\", Value = \"a.Length\")] public async Task M(byte[] a) => await Task.Yield(); }")]
    [InlineData("public class X { [Instrumented] public async Task M([System.Runtime.CompilerServices.CallerMemberName] string a = \"\") => await Task.Yield(); }")]
    [InlineData("public interface I { Task M(); } public class X : I { [Instrumented] async Task I.M() => await Task.Yield(); }")]
    [InlineData("file class X { [Instrumented] public async Task M() => await Task.Yield(); }")]
    [InlineData("public partial class X { [Instrumented] public partial Task M(); private async Task MCore() => await Task.Yield(); }")]
    [InlineData("[NotInstrumented] public class X { [NotInstrumented] public async Task M() => await Task.Yield(); }")]
    public Task OtherMethod_IsNot(string source) => RuleHarness.VerifyGeneratedAsync<AsyncMethodCouldRecordItselfAnalyzer>(source);

    [Fact]
    public Task Fix_MakesMethodAndTypesPartial_AndKeepsTheRest() => FixHarness.VerifyAsync<AsyncMethodCouldRecordItselfAnalyzer, AsyncMethodCouldRecordItselfFixer>(
        """
        namespace Shop
        {
            /// <summary>A shop.</summary>
            class Outer
            {
                // Why it is nested.
                public sealed class Store : IDisposable
                {
                    /// <summary>Adds.</summary>
                    /// <param name="day">When.</param>
                    [Instrumented("add_seconds")] // measured
                    [Tag("big", From = "count > 3")]
                    public static async Task<int> AddAsync([Tag] DayOfWeek day, int count = 1) // odd
                    {
                        // Waits.
                        await Task.Yield();
                        return count;
                    }

                    /* Hidden. */
                    [MetricCounter("hidden_total")]
                    async ValueTask HideAsync() => await Task.Yield(); // short

                    public void Dispose() { }
                }
            }
        }
        """,
        """
        namespace Shop
        {
            /// <summary>A shop.</summary>
            partial class Outer
            {
                // Why it is nested.
                public sealed partial class Store : IDisposable
                {
                    /// <summary>Adds.</summary>
                    /// <param name="day">When.</param>
                    [Instrumented("add_seconds")] // measured
                    [Tag("big", From = "count > 3")]
                    public static async partial Task<int> AddAsync([Tag] DayOfWeek day, int count = 1) // odd
                    {
                        // Waits.
                        await Task.Yield();
                        return count;
                    }

                    /* Hidden. */
                    [MetricCounter("hidden_total")]
                    private async partial ValueTask HideAsync() => await Task.Yield(); // short

                    public void Dispose() { }
                }
            }
        }
        """,
        "InPlace");
}
