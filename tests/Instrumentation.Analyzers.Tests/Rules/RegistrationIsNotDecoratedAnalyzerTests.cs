using System.Collections.Immutable;
using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class RegistrationIsNotDecoratedAnalyzerTests
{
    private const string Again = "its open generic class is registered again, and the container can put a decorator before one registration of it";
    private const string Keyed = "its open generic class takes the key it is asked by, which a class behind a decorator does not know";

    private const string Types = """

        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;

        public interface IReader<T> { T Read(); }
        public interface IWriter<T> { void Write(T value); }
        public sealed class Store<T> : IReader<T>, IWriter<T> { [Instrumented] public T Read() => default!; [Instrumented] public void Write(T value) { } }
        public sealed class Half<T> : IReader<T>, IWriter<T> { [Instrumented] public T Read() => default!; public void Write(T value) { } }
        public sealed class Plain<T> : IReader<T>, IWriter<T> { public T Read() => default!; public void Write(T value) { } }
        public sealed class ByKey<T>([ServiceKey] string key) : IReader<T> { [Instrumented] public T Read() => key.Length > 0 ? default! : default!; }
        public sealed class Inner<T>([FromKeyedServices] string inner) : IReader<T> { [Instrumented] public T Read() => inner.Length > 0 ? default! : default!; }
        public sealed class Named<T>([FromKeyedServices("a")] string inner) : IReader<T> { [Instrumented] public T Read() => inner.Length > 0 ? default! : default!; }
        public sealed class Host { public IServiceCollection Services { get; } = new ServiceCollection(); }

        """;

    [Theory]
    [InlineData("services.[|AddSingleton|](typeof(IReader<>), typeof(Store<>)); services.AddSingleton(typeof(IWriter<>), typeof(Store<>));")]
    [InlineData("services.[|AddSingleton|](typeof(IReader<>), typeof(Store<>)).AddScoped(typeof(IWriter<>), typeof(Store<>));")]
    [InlineData("services.[|AddSingleton|](typeof(IReader<>), typeof(Store<>)); services.AddSingleton(typeof(IReader<>), typeof(Store<>));")]
    [InlineData("services.[|AddSingleton|](typeof(IReader<>), typeof(Store<>)); services.TryAddSingleton(typeof(IWriter<>), typeof(Store<>));")]
    [InlineData("services.[|AddKeyedSingleton|](typeof(IReader<>), \"a\", typeof(Store<>)); services.AddKeyedSingleton(typeof(IReader<>), \"b\", typeof(Store<>));")]
    [InlineData("services.[|AddSingleton|](typeof(IReader<>), typeof(Store<>)); if (yes) { services.AddSingleton(typeof(IWriter<>), typeof(Store<>)); }")]
    [InlineData("host.Services.[|AddSingleton|](typeof(IReader<>), typeof(Store<>)); host.Services.AddSingleton(typeof(IWriter<>), typeof(Store<>));")]
    [InlineData("services.[|AddSingleton|](typeof(IReader<>), typeof(Store<>)); services.AddSingleton(typeof(IWriter<>), typeof(Store<>)); services.AddInstrumentation();")]
    public async Task SecondRegistration_OfAnOpenClass_IsReportedAtTheFirst(string body) =>
        Assert.Equal($"'Store', registered for 'IReader', is not measured: {Again}; register it with type arguments", Assert.Single(await VerifyAsync(body)).GetMessage());

    [Fact]
    public Task ThreeRegistrations_AreReportedButTheLast() => VerifyAsync(
        "services.[|AddSingleton|](typeof(IReader<>), typeof(Store<>)); services.[|AddSingleton|](typeof(IWriter<>), typeof(Store<>)); services.AddKeyedSingleton(typeof(IReader<>), \"a\", typeof(Store<>));");

    [Theory]
    [InlineData("services.[|AddKeyedSingleton|](typeof(IReader<>), \"a\", typeof(ByKey<>));")]
    [InlineData("services.[|AddKeyedScoped|](typeof(IReader<>), \"a\", typeof(Inner<>));")]
    [InlineData("services.[|AddKeyedTransient|](typeof(IReader<>), KeyedService.AnyKey, typeof(Store<>));")]
    public async Task OpenClass_ThatTakesItsKey_IsReported(string body) =>
        Assert.Contains($" is not measured: {Keyed}; register it with type arguments", Assert.Single(await VerifyAsync(body)).GetMessage(), StringComparison.Ordinal);

    [Theory]
    [InlineData("services.AddSingleton(typeof(IReader<>), typeof(Store<>));")]
    [InlineData("services.AddSingleton<IReader<int>, Store<int>>(); services.AddSingleton<IWriter<int>, Store<int>>();")]
    [InlineData("services.AddSingleton(typeof(IReader<int>), typeof(Store<int>)); services.AddSingleton(typeof(IWriter<>), typeof(Store<>));")]
    [InlineData("services.AddSingleton(typeof(IReader<>), typeof(Plain<>)); services.AddSingleton(typeof(IWriter<>), typeof(Plain<>));")]
    [InlineData("services.AddSingleton(typeof(IReader<>), typeof(Half<>)); services.AddSingleton(typeof(IWriter<>), typeof(Half<>));")]
    [InlineData("services.AddSingleton(typeof(IWriter<>), typeof(Half<>)); services.AddSingleton(typeof(IReader<>), typeof(Half<>));")]
    [InlineData("services.AddSingleton(typeof(IReader<>), typeof(Store<>)); services.AddSingleton(typeof(IReader<>), typeof(Half<>));")]
    [InlineData("services.TryAddSingleton(typeof(IReader<>), typeof(Store<>)); services.TryAddSingleton(typeof(IReader<>), typeof(Store<>));")]
    [InlineData("if (yes) { services.AddSingleton(typeof(IReader<>), typeof(Store<>)); } else { services.AddScoped(typeof(IReader<>), typeof(Store<>)); }")]
    [InlineData("_ = yes ? services.AddSingleton(typeof(IReader<>), typeof(Store<>)) : services.AddScoped(typeof(IReader<>), typeof(Store<>));")]
    [InlineData("if (yes) { services.AddSingleton(typeof(IReader<>), typeof(Store<>)); return; } services.AddScoped(typeof(IReader<>), typeof(Store<>));")]
    [InlineData("services.AddSingleton(typeof(IReader<>), typeof(Store<>)); services.RemoveAll(typeof(IReader<>)); services.AddScoped(typeof(IReader<>), typeof(Store<>));")]
    [InlineData("services.AddSingleton(typeof(IReader<>), typeof(Store<>)); services.Clear(); services.AddScoped(typeof(IReader<>), typeof(Store<>));")]
    [InlineData("services.AddSingleton(typeof(IReader<>), typeof(Store<>)); services.AddInstrumentation(); services.AddScoped(typeof(IReader<>), typeof(Store<>));")]
    [InlineData("services.AddSingleton(typeof(IReader<>), typeof(Store<>)); host.Services.AddScoped(typeof(IReader<>), typeof(Store<>));")]
    [InlineData("services.AddSingleton(typeof(IReader<>), typeof(Store<>)); Action later = () => services.AddScoped(typeof(IReader<>), typeof(Store<>));")]
    [InlineData("services.AddSingleton(typeof(IReader<>), typeof(ByKey<>));")]
    [InlineData("services.AddKeyedSingleton(typeof(IReader<>), \"a\", typeof(Named<>));")]
    [InlineData("services.AddKeyedSingleton<IReader<int>, ByKey<int>>(\"a\");")]
    [InlineData("services.AddKeyedSingleton<IReader<int>, Store<int>>(KeyedService.AnyKey);")]
    public Task DecoratedOrNotCertain_IsSilent(string body) => VerifyAsync(body);

    private static Task<ImmutableArray<Diagnostic>> VerifyAsync(string body) => RuleHarness.VerifyAsync<RegistrationIsNotDecoratedAnalyzer>(
        $"{Types}public static class Startup {{ public static void Configure(IServiceCollection services, Host host, bool yes) {{ {body} }} }}");
}
