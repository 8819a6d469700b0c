using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class RegistrationComesTooLateAnalyzerTests
{
    private const string Types = """

        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;

        public interface IStore { int Read(); }
        public sealed class Store : IStore { [Instrumented] public int Read() => 1; }
        public sealed class Plain : IStore { public int Read() => 1; }
        public interface IList<T> { T Read(); }
        public class List<T> : IList<T> { [Instrumented] public T Read() => default!; }
        public sealed class Words : List<string>;
        public interface IMarker;
        public sealed class Both : IMarker, IStore { [Instrumented] public int Read() => 1; }
        public sealed class Host { public IServiceCollection Services { get; } = new ServiceCollection(); }
        public static class Mine { public static IServiceCollection AddMine(this IServiceCollection services) => services; public static void Configure(IServiceCollection services) { } }

        """;

    [Theory]
    [InlineData("services.AddInstrumentation(); services.[|AddSingleton<IStore, Store>|]();")]
    [InlineData("services.AddInstrumentation(); services.[|AddScoped|](typeof(IStore), typeof(Store));")]
    [InlineData("services.AddInstrumentation(); services.[|AddSingleton<IStore>|](new Store());")]
    [InlineData("services.AddInstrumentation(); services.[|TryAddTransient<IStore, Store>|]();")]
    [InlineData("services.AddInstrumentation(); services.[|AddKeyedScoped<IStore, Store>|](\"a\");")]
    [InlineData("services.AddInstrumentation(); services.[|AddSingleton|](typeof(IList<>), typeof(List<>));")]
    [InlineData("services.AddInstrumentation(); services.[|AddSingleton<IList<int>, List<int>>|]();")]
    [InlineData("services.AddInstrumentation(); services.[|AddSingleton<IList<string>, Words>|]();")]
    [InlineData("services.AddInstrumentation(); services.[|AddSingleton<IStore, Both>|]();")]
    [InlineData("services.AddInstrumentation().[|AddSingleton<IStore, Store>|]();")]
    [InlineData("new ServiceCollection().AddSingleton(\"\").AddInstrumentation().[|AddSingleton<IStore, Store>|]().BuildServiceProvider();")]
    [InlineData("var own = new ServiceCollection(); own.AddInstrumentation(); own.[|AddSingleton<IStore, Store>|](); own.BuildServiceProvider();")]
    [InlineData("host.Services.AddInstrumentation(); host.Services.[|AddSingleton<IStore, Store>|]();")]
    [InlineData("services.AddInstrumentation(); if (yes) { services.[|AddSingleton<IStore, Store>|](); }")]
    [InlineData("if (yes) { services.AddInstrumentation(); services.[|AddSingleton<IStore, Store>|](); }")]
    [InlineData("services.AddMine(); services.AddInstrumentation(); services.[|AddSingleton<IStore, Store>|](); services.AddSingleton(\"x\");")]
    [InlineData("Action<IServiceCollection> later = given => { given.AddInstrumentation(); given.[|AddSingleton<IStore, Store>|](); };")]
    [InlineData("InstrumentationServiceCollectionExtensions.AddInstrumentation(services); ServiceCollectionServiceExtensions.[|AddSingleton<IStore, Store>|](services);")]
    public Task RegistrationAfterwards_IsReported(string body) => VerifyAsync(body);

    [Fact]
    public async Task Message_SaysWhatAndWhy()
    {
        var diagnostic = Assert.Single(await VerifyAsync("services.AddInstrumentation(); services.[|AddSingleton<IStore, Store>|]();"));
        Assert.Equal("'Store', registered for 'IStore', is not measured: AddInstrumentation decorates what is registered before it; call it last", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("services.AddSingleton<IStore, Store>(); services.AddInstrumentation();")]
    [InlineData("services.AddSingleton<IStore, Store>().AddInstrumentation();")]
    [InlineData("services.AddInstrumentation(); services.AddSingleton<IStore, Plain>();")]
    [InlineData("services.AddInstrumentation(); services.AddSingleton<IMarker, Both>();")]
    [InlineData("services.AddInstrumentation(); services.AddSingleton<Store>();")]
    [InlineData("services.AddInstrumentation(); services.AddSingleton<IStore>(provider => provider.GetRequiredService<Plain>());")]
    [InlineData("services.AddInstrumentation(); services.AddSingleton<IStore, Store>(); services.AddInstrumentation();")]
    [InlineData("services.AddInstrumentation(); services.AddSingleton<IStore, Store>(); if (yes) { services.AddInstrumentation(); }")]
    [InlineData("services.AddInstrumentation(); services.AddSingleton<IStore, Store>(); services.AddMine();")]
    [InlineData("services.AddInstrumentation(); services.AddSingleton<IStore, Store>(); Mine.Configure(services);")]
    [InlineData("if (yes) { services.AddInstrumentation(); } services.AddSingleton<IStore, Store>();")]
    [InlineData("if (yes) { services.AddInstrumentation(); } else { services.AddSingleton<IStore, Store>(); }")]
    [InlineData("_ = yes ? services.AddInstrumentation() : services.AddSingleton<IStore, Store>();")]
    [InlineData("while (yes) { services.AddInstrumentation(); } services.AddSingleton<IStore, Store>();")]
    [InlineData("try { services.AddInstrumentation(); } catch (Exception) { } services.AddSingleton<IStore, Store>();")]
    [InlineData("switch (yes) { case true: services.AddInstrumentation(); break; default: services.AddSingleton<IStore, Store>(); break; }")]
    [InlineData("void Local() => services.AddInstrumentation(); services.AddSingleton<IStore, Store>(); Local();")]
    [InlineData("Action later = () => services.AddInstrumentation(); services.AddSingleton<IStore, Store>(); later();")]
    [InlineData("services.AddInstrumentation(); Action later = () => services.AddSingleton<IStore, Store>();")]
    [InlineData("services.AddInstrumentation(); var other = new ServiceCollection(); other.AddSingleton<IStore, Store>();")]
    [InlineData("services.AddInstrumentation(); host.Services.AddSingleton<IStore, Store>();")]
    [InlineData("services.AddInstrumentation(); services = new ServiceCollection(); services.AddSingleton<IStore, Store>();")]
    [InlineData("services.AddInstrumentation(); new Host().Services.AddSingleton<IStore, Store>();")]
    [InlineData("services.AddInstrumentation(); new ServiceCollection().AddSingleton<IStore, Store>();")]
    [InlineData("services.AddSingleton<IStore, Store>();")]
    public Task InTimeOrNotCertain_IsSilent(string body) => VerifyAsync(body);

    [Fact]
    public Task MethodOfTheSameName_IsSilent() => RuleHarness.VerifyAsync<RegistrationComesTooLateAnalyzer>(Types + """
        public static class Own
        {
            public static IServiceCollection AddInstrumentation(IServiceCollection services, int own) => services;
            public static void Configure(IServiceCollection services) { AddInstrumentation(services, 1); services.AddSingleton<IStore, Store>(); }
        }
        """);

    private static Task<ImmutableArray<Diagnostic>> VerifyAsync(string body) => RuleHarness.VerifyAsync<RegistrationComesTooLateAnalyzer>(
        $"{Types}public static class Startup {{ public static void Configure(IServiceCollection services, Host host, bool yes) {{ {body} }} }}");
}
