using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Tests.Rules;

/// <summary>INS1001 where an object becomes an interface and no container puts a decorator in front of it.</summary>
public sealed class InterfaceConversionTests
{
    private static string Program(string member) => $$"""
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;
        public interface IStore { int Add(int a); int Plain(); }
        public interface IPlain { int Plain(); }
        public interface ICalled { [Instrumented] int Add(int a); }
        public interface IRepository<T> { T Find(T id); }
        public class Store : IStore, IPlain, ICalled, IDisposable { [Instrumented] public int Add(int a) => a; public int Plain() => 1; public void Dispose() { } }
        public sealed class Special : Store { }
        public sealed class Fake : IStore { public int Add(int a) => a; public int Plain() => 1; }
        public sealed class Hidden : IStore { [Instrumented] int IStore.Add(int a) => a; public int Plain() => 1; }
        public struct Small : IStore { [Instrumented] public int Add(int a) => a; public int Plain() => 1; }
        public sealed class Repository<T> : IRepository<T> { [Instrumented] public T Find(T id) => id; }
        public sealed class Needs(IStore store) { public IStore Store => store; }
        public static class More { public static int Twice(this IStore store) => 2; }
        public class Sample
        {
            private readonly Store _store = new();
            private static int Take(IStore a) => a.Add(1);
            private static Store Concrete() => new();
            {{member}}
        }
        """;

    [Theory]
    [InlineData("public int Call() => Take([|new Store()|]);")]
    [InlineData("public int Call() => Take([|_store|]);")]
    [InlineData("public int Call() => Take([|Concrete|]());")]
    [InlineData("public int Call() => Take((IStore)[|_store|]);")]
    [InlineData("public int Call() => Take([|new Hidden()|]) + Take([|new Special()|]) + Take([|new Small()|]);")]
    [InlineData("public IStore Call() => [|new Store()|];")]
    [InlineData("public IStore Call() { return [|_store|]; }")]
    [InlineData("public async Task<IStore> Call() { await Task.Yield(); return [|new Store()|]; }")]
    [InlineData("public IEnumerable<IStore> Call() { yield return [|_store|]; }")]
    [InlineData("public IStore Call(bool a, IStore b) => a ? b : [|_store|];")]
    [InlineData("public List<IStore> Call() => [[|_store|]];")]
    [InlineData("public object Call() => new List<IStore> { [|_store|] };")]
    [InlineData("public Func<IStore> Call() => () => [|new Store()|];")]
    [InlineData("public object Call() => new Needs([|new Store()|]);")]
    [InlineData("private readonly IStore _field = [|new Store()|]; public int Call() => _field.[|Add|](1);")]
    [InlineData("private IStore? _field; public int Call() { _field = [|_store|]; return _field.[|Add|](1); }")]
    [InlineData("public IStore Property { get; } = [|new Store()|];")]
    [InlineData("public int Call() { IStore a = [|_store|]; return Take(a); }")]
    [InlineData("public int Call() { IStore a = _store; return a.[|Add|](1) + a.Plain(); }")]
    [InlineData("public int? Call() { IStore? a = _store; return a?.[|Add|](1); }")]
    [InlineData("public Func<int, int> Call() => ((IStore)_store).[|Add|];")]
    [InlineData("public int? Call() => ((IStore)_store).[|Add|](1) + (_store as IStore)?.[|Add|](1);")]
    [InlineData("public int Call() => [|_store|].Twice();")]
    [InlineData("public object Call(IServiceCollection a) => a.AddSingleton<Needs>(_ => new Needs([|new Store()|]));")]
    [InlineData("public object Call(IServiceCollection a) { IStore b = [|new Store()|]; Take(b); return a.AddSingleton(b); }")]
    [InlineData("public int Call<T>(T a) where T : IStore => a.[|Add|](1);")]
    [InlineData("public dynamic Call() { dynamic a = _store; return a.[|Add|](1); }")]
    [InlineData("public dynamic Call() => ((dynamic)_store).[|Add|](1);")]
    public Task ObjectThatNoContainerGives_IsReported(string member) => RuleHarness.VerifyAsync<CallIsNotMeasuredAnalyzer>(Program(member));

    [Theory]
    [InlineData("public int Call(IStore a) => Take(a) + a.Add(1);")]
    [InlineData("public string Call(IRepository<string> a) => a.Find(\"\");")]
    [InlineData("public int Call() => Take(new Fake());")]
    [InlineData("public int Call() { IStore a = new Fake(); return a.Add(1); }")]
    [InlineData("public IPlain Call() => _store;")]
    [InlineData("public ICalled Call() => _store;")]
    [InlineData("public IDisposable Call() => _store;")]
    [InlineData("public object Call() => _store;")]
    [InlineData("public dynamic Call() => _store;")]
    [InlineData("public bool Call(IStore a) => a == (IStore)_store;")]
    [InlineData("public int Call() => ((IStore)_store).Plain();")]
    [InlineData("public void Call() { IStore a = _store; }")]
    [InlineData("public int Call(object a) => a is IStore b ? b.Add(1) : 0;")]
    [InlineData("public int Call(IStore b) { IStore a = _store; a = b; return a.Add(1); }")]
    [InlineData("public int Call(IServiceProvider a) => a.GetRequiredService<IStore>().Add(1);")]
    [InlineData("public object Call(IServiceCollection a) => a.AddSingleton<IStore, Store>();")]
    [InlineData("public object Call(IServiceCollection a) => a.AddSingleton<IStore>(new Store());")]
    [InlineData("public object Call(IServiceCollection a) => a.AddScoped<IStore>(_ => new Store());")]
    [InlineData("public object Call(IServiceCollection a) => a.AddScoped<IStore>(b => b.GetRequiredService<Store>());")]
    [InlineData("public object Call(IServiceCollection a) => a.AddKeyedScoped<IStore>(\"b\", (_, c) => { if (c is null) { return new Store(); } return new Fake(); });")]
    [InlineData("public object Call(IServiceCollection a, bool b) => a.AddScoped<IStore>(_ => b ? new Store() : new Fake());")]
    [InlineData("public object Call(IServiceCollection a) => a.AddScoped<IStore>(_ => { IStore b = new Store(); return b; });")]
    [InlineData("public object Call(IServiceCollection a) { IStore b = new Store(); return a.AddSingleton(b); }")]
    [InlineData("public object Call(IServiceCollection a) { return a.AddSingleton<IStore>(Make); static IStore Make(IServiceProvider b) => new Store(); }")]
    [InlineData("static IStore Make() => new Store(); public object Call(IServiceCollection a) => a.AddSingleton<IStore>(_ => Make());")]
    [InlineData("public IStore Make(IServiceProvider a) => new Store();")]
    [InlineData("public void Call(IServiceCollection a) => a.TryAddEnumerable(ServiceDescriptor.Singleton<IStore>(new Store()));")]
    [InlineData("public int Call() => Take(_store); // instrumentation: off")]
    [InlineData("[NotIntercepted] public int Call() => Take(_store);")]
    public Task WhatIsDecoratedOrCarriesNothing_IsNotReported(string member) => RuleHarness.VerifyAsync<CallIsNotMeasuredAnalyzer>(Program(member));

    [Fact]
    public async Task FactoryThatAnotherFileRegisters_IsNotReported() => await RuleHarness.VerifyAsync<CallIsNotMeasuredAnalyzer>(
        Program("public static IStore Make() => new Store();"),
        "using Microsoft.Extensions.DependencyInjection; public static class Start { public static object Add(IServiceCollection a) => a.AddSingleton<IStore>(_ => Sample.Make()); }");

    [Fact]
    public async Task ClassOfAnotherAssembly_IsNotReported()
    {
        using var image = new MemoryStream();
        Assert.True(TestCompilation.Create(RuleHarness.Usings + Program("")).WithAssemblyName("Library").Emit(image).Success);
        var tests = TestCompilation.Create(RuleHarness.Usings + "public class Tests { public object F() => new Needs(new Store()); }").AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        TestCompilation.AssertCompiles(tests);
        Assert.Empty(await RuleHarness.RunAsync(tests, new CallIsNotMeasuredAnalyzer()));
    }

    [Fact]
    public async Task Message_NamesMethodInterfaceAndWayOut()
    {
        var diagnostic = Assert.Single(await RuleHarness.VerifyAsync<CallIsNotMeasuredAnalyzer>(Program("public IStore Call() => [|new Store()|];")));
        Assert.Equal(
            "'Add' called through 'IStore' is not measured: the object does not come from the container, which puts the decorator in front of it; register it, or call it as its class",
            diagnostic.GetMessage());
    }
}
