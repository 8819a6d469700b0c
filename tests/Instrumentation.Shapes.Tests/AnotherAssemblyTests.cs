using System.Runtime.Loader;
using Instrumentation.Generator.Tests.Infrastructure;
using Instrumentation.Integration.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Shapes.Tests;

/// <summary>A library's methods that record their own calls are recorded once whoever calls them, also code that was compiled without the generator.</summary>
public sealed class AnotherAssemblyTests
{
    private const string Library = GeneratorHarness.GlobalUsings + """

        #pragma warning disable CS1591
        namespace Lib;

        public interface IWorker { int Add(int a); Task<int> RunAsync(int a); Task<int> TaggedAsync(bool flag); }

        public partial class Worker : IWorker
        {
            [MetricCounter("{m}_add_total")] public virtual partial int Add(int a);
            private int AddCore(int a) => a + 1;
            [MetricCounter("{m}_run_total")] public virtual async partial Task<int> RunAsync(int a) { await Task.Yield(); return a + 1; }
            [MetricCounter("{m}_tagged_total")] public async partial Task<int> TaggedAsync([Tag] bool flag) { await Task.Yield(); return 2; }
        }
        """;

    private const string Caller = GeneratorHarness.GlobalUsings + """

        using Lib;
        using System.Linq.Expressions;

        public sealed class Derived : Worker
        {
            public override int Add(int a) => base.Add(a);
            public override async Task<int> RunAsync(int a) => await base.RunAsync(a);
            public Task<int> Base() => base.RunAsync(1);
        }

        public static class Entry
        {
            public static async Task<string> Run()
            {
                var worker = new Worker();
                IWorker service = worker;
                Func<int, int> add = worker.Add;
                Func<int, Task<int>> run = worker.RunAsync;
                Expression<Func<int>> addition = () => worker.Add(1);
                Expression<Func<Task<int>>> running = () => worker.RunAsync(1);
                int[] added = [worker.Add(1), service.Add(1), add(1), addition.Compile()(), (int)typeof(Worker).GetMethod("Add")!.Invoke(worker, [1])!, new Derived().Add(1), ((IWorker)new Derived()).Add(1), new[] { 1 }.Select(worker.Add).Single()];
                int[] ran = [await worker.RunAsync(1), await service.RunAsync(1), await run(1), await running.Compile()(), await (Task<int>)typeof(Worker).GetMethod("RunAsync")!.Invoke(worker, [1])!, await new Derived().RunAsync(1), await ((IWorker)new Derived()).RunAsync(1), await new Derived().Base()];
                Func<bool, Task<int>> tagged = worker.TaggedAsync;
                return $"{added.Sum()} {ran.Sum()} {await worker.TaggedAsync(true) + await tagged(true)}";
            }
        }
        """;

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Library_CalledFromAnotherAssembly_RecordsEachCallOnce(bool withGenerator, int tagged)
    {
        var name = withGenerator ? "foreign" : "strange";
        GeneratorHarness.Run(
            GeneratorHarness.Compile($"Library{name}", OutputKind.DynamicallyLinkedLibrary, ("Library.cs", Library.Replace("{m}", name, StringComparison.Ordinal))),
            out var library);
        Compilation caller = GeneratorHarness.CompileAgainst(library, $"Caller{name}", OutputKind.DynamicallyLinkedLibrary, ("Caller.cs", Caller));
        if (withGenerator)
        {
            GeneratorHarness.Run(caller, out caller);
        }

        var context = new AssemblyLoadContext(name, isCollectible: true);
        Load(context, library);
        var run = Load(context, caller).GetType("Entry", throwOnError: true)!.GetMethod("Run")!;
        Assert.Equal("16 16 4", await (Task<string>)run.Invoke(null, null)!);
        Assert.Equal(8, await Scraped.ValueAsync($"{name}_add_total"));
        Assert.Equal(8, await Scraped.ValueAsync($"{name}_run_total"));
        Assert.Equal(tagged, await Scraped.ValueAsync($"{name}_tagged_total{{flag=\"true\"}}") ?? 0);
        Assert.Equal(2 - tagged, await Scraped.ValueAsync($"{name}_tagged_total{{flag=\"unknown\"}}"));
        context.Unload();
    }

    private static System.Reflection.Assembly Load(AssemblyLoadContext context, Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        return context.LoadFromStream(image);
    }
}
