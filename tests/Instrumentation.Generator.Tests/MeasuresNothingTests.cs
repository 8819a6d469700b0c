using System.Reflection;
using System.Runtime.Loader;
using Instrumentation.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests;

/// <summary><c>-p:InstrumentationEnabled=false</c>: only what the program needs to compile, and it does what it did.</summary>
public sealed class MeasuresNothingTests
{
    private static readonly SwitchedOffOptions s_off = new("InstrumentationEnabled");

    // Each kind of half, and each weave that has none.
    private const string Source = """
        namespace Tested;

        internal interface IStore { int Find(int id); Task<int> LoadAsync(int id); }

        [Instrumented("store_seconds")]
        [Tag("kind", Value = "plain")]
        internal sealed class Store : IStore
        {
            public int Find(int id) => id + 1;

            public async Task<int> LoadAsync(int id) { await Task.Yield(); return id + 2; }

            [MetricGauge("store_items")]
            public int Items => 3;
        }

        [Instrumented]
        internal partial class Woven
        {
            public int Fired;

            public async partial Task<int> PlainAsync(int id, int more) { await Task.Yield(); return id + more; }

            [Instrumented(Pool = true)]
            public async partial ValueTask<T> PooledAsync<T>(T value) where T : class { await Task.Yield(); return value; }

            [Instrumented(Builder = typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder))]
            internal async partial ValueTask ChosenAsync() => await Task.Yield();

            public partial int Add(in int a, ref int b);

            private int AddCore(in int a, ref int b) => b += a;

            public static partial ref int Largest(int[] of);

            private static ref int LargestCore(int[] of) => ref of[^1];

            [Tag("flag", From = "flag")]
            public partial Task<bool> OverAsync(bool flag);

            private async partial Task<bool> OverAsyncCore(bool flag) { await Task.Yield(); return !flag; }

            public partial void Fire(TaskCompletionSource done);

            private async Task FireCore(TaskCompletionSource done) { await Task.Yield(); Fired++; done.SetResult(); }
        }

        internal static partial class ByHand
        {
            [MetricCounter("by_hand_total")]
            public static partial void Count([Tag] DayOfWeek day, [Value] long number);

            [MetricGauge("by_hand_level")]
            internal static partial void Level<T>([Tag(MaxValues = 3)] string name, [Value] double level, T other) where T : struct;
        }

        internal static class Program
        {
            public static async Task<string> RunAsync()
            {
                var store = new Store();
                var woven = new Woven();
                var (a, b) = (2, 3);
                int[] numbers = [1, 2];
                Woven.Largest(numbers) = 7;
                ByHand.Count(DayOfWeek.Monday, 4);
                ByHand.Level("x", 1.5, 2);
                var done = new TaskCompletionSource();
                woven.Fire(done);
                await done.Task;
                await woven.ChosenAsync();
                return string.Join(',', store.Find(1), await ((IStore)store).LoadAsync(1), await woven.PlainAsync(1, 1), await woven.PooledAsync("p"), woven.Add(a, ref b), b, numbers[1], await woven.OverAsync(false), woven.Fired);
            }
        }
        """;

    [Fact]
    public async Task Program_WithEachKindOfWeave_RunsAsItIsWritten()
    {
        var driver = GeneratorHarness.Run(Compilation(), out var after, s_off);
        using var image = new MemoryStream();
        Assert.True(after.Emit(image).Success);
        image.Position = 0;
        var assembly = AssemblyLoadContext.Default.LoadFromStream(image);

        Assert.Equal("2,3,2,p,5,5,7,True,1", await (Task<string>)assembly.GetType("Tested.Program")!.GetMethod("RunAsync")!.Invoke(null, null)!);
        Assert.DoesNotContain(assembly.GetCustomAttributesData(), static data => data.AttributeType.Namespace is "Instrumentation.Weaving" || data.AttributeType == typeof(AssemblyMetadataAttribute));
        Assert.NotEmpty(Files(driver));
    }

    [Fact]
    public void Files_WhereNothingIsMeasured_AreTheHalvesAloneAndNameNothingOfOurs()
    {
        var files = Files(GeneratorHarness.Run(Compilation(), out _, s_off));

        Assert.Equal(["Tested.ByHand", "Tested.Woven"], files.Keys.Select(static name => string.Join('.', name.Split('.')[..2])).Order(StringComparer.Ordinal));
        Assert.All(files.Values, static text => Assert.DoesNotContain("global::Instrumentation.", text, StringComparison.Ordinal));
        Assert.All(files.Values, static text => Assert.DoesNotContain("Instruments", text, StringComparison.Ordinal));
        Assert.Equal(2, files.Values.Sum(static text => text.Split("AsyncMethodBuilder(").Length - 1));
    }

    [Fact]
    public void Files_OfTheSameProgramMeasured_AreMore()
    {
        var files = Files(GeneratorHarness.Run(Compilation(), out _));

        Assert.Contains(files.Values, static text => text.Contains("InstrumentedStore", StringComparison.Ordinal));
        Assert.Contains(files.Values, static text => text.Contains("InterceptsLocation", StringComparison.Ordinal));
        Assert.Contains(files.Values, static text => text.Contains("InstrumentationRegistrar", StringComparison.Ordinal));
    }

    private static Compilation Compilation() =>
        GeneratorHarness.Compile($"Tested{Guid.NewGuid():n}", OutputKind.DynamicallyLinkedLibrary, ("Source.cs", GeneratorHarness.GlobalUsings + Source));

    private static Dictionary<string, string> Files(GeneratorDriver driver) => driver.GetRunResult().Results
        .SelectMany(static result => result.GeneratedSources).ToDictionary(static file => file.HintName, static file => file.SourceText.ToString(), StringComparer.Ordinal);
}
