using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class InstrumentationIsNotAddedAnalyzerTests
{
    private const string Types = """

        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        public interface IStore { int Read(); }
        public sealed class Store : IStore { [Instrumented] public int Read() => 1; }
        public sealed class Plain : IStore { public int Read() => 1; }

        """;

    [Theory]
    [InlineData("services.AddSingleton<IStore, Store>();", 1)]
    [InlineData("services.AddSingleton<IStore, Store>().AddScoped<IStore, Store>();", 2)]
    [InlineData("services.AddSingleton<IStore, Store>(); services.AddInstrumentation();", 0)]
    [InlineData("services.AddSingleton<IStore, Store>(); builder.AddInstrumentation();", 0)]
    [InlineData("services.AddSingleton<IStore, Plain>();", 0)]
    [InlineData("services.AddSingleton<Store>();", 0)]
    public async Task Executable_ReportsRegistrationsThatNobodyDecorates(string body, int count) => Assert.Equal(count, (await RunAsync(body, OutputKind.ConsoleApplication)).Length);

    [Fact]
    public async Task Library_IsSilent() => Assert.Empty(await RunAsync("services.AddSingleton<IStore, Store>();", OutputKind.DynamicallyLinkedLibrary));

    [Fact]
    public async Task Executable_ThatAsksALibraryWithInstrumentation_IsSilent()
    {
        var library = TestCompilation.Create("""
            using Microsoft.Extensions.DependencyInjection;
            public static class Defaults
            {
                public static void AddDefaults(this IServiceCollection services) { }
                [Instrumentation.Instrumented] public static void Work() { }
            }
            """);
        Assert.Empty(await RunAsync("services.AddSingleton<IStore, Store>(); services.AddDefaults();", OutputKind.ConsoleApplication, library.ToMetadataReference()));
    }

    [Fact]
    public async Task Message_SaysWhatAndWhy() => Assert.Equal(
        "'Store', registered for 'IStore', is not measured: nobody calls AddInstrumentation; call it on the host's builder, or on the services after the last registration",
        Assert.Single(await RunAsync("services.AddSingleton<IStore, Store>();", OutputKind.ConsoleApplication)).GetMessage());

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> RunAsync(string body, OutputKind kind, params MetadataReference[] references)
    {
        var compilation = TestCompilation.Create($"{RuleHarness.Usings}{Types}public static class Program {{ public static void Main() {{ var services = new ServiceCollection(); Microsoft.Extensions.Hosting.IHostApplicationBuilder builder = null!; {body} }} }}")
            .WithOptions(TestCompilation.Options.WithOutputKind(kind))
            .AddReferences([.. references, MetadataReference.CreateFromFile(typeof(Microsoft.Extensions.Hosting.IHostApplicationBuilder).Assembly.Location), MetadataReference.CreateFromFile(typeof(Microsoft.Extensions.Configuration.IConfigurationManager).Assembly.Location), MetadataReference.CreateFromFile(typeof(Microsoft.Extensions.Logging.ILoggingBuilder).Assembly.Location), MetadataReference.CreateFromFile(typeof(Microsoft.Extensions.Diagnostics.Metrics.IMetricsBuilder).Assembly.Location)]);
        TestCompilation.AssertCompiles(compilation);
        return RuleHarness.RunAsync(compilation, new InstrumentationIsNotAddedAnalyzer());
    }
}
