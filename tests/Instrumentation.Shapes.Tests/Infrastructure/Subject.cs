using System.Text.RegularExpressions;

namespace Instrumentation.Shapes.Tests.Infrastructure;

/// <summary>A small program by hand: types and the statements of a caller.</summary>
internal static partial class Subject
{
    private static int s_programs;

    /// <summary>
    /// Runs the program without and with the generator. <c>{m}</c> in the text is the start of every metric's name, because metrics belong to
    /// the process.
    /// </summary>
    /// <param name="types">Types, outside any namespace.</param>
    /// <param name="calls">The body of the caller, an async method that adds to <c>Log</c>.</param>
    /// <param name="expected">How often each metric is recorded, as <c>total</c> for <c>{m}_total</c>.</param>
    public static async Task RunAsync(string types, string calls, params (string Metric, int Count)[] expected)
    {
        var metric = $"hand{Interlocked.Increment(ref s_programs)}";
        var text = $$"""
            #pragma warning disable CS1591
            using Support;
            {{types}}
            public static class Entry { public static async Task<string> Run() { await Log.Try("program", Body); return Log.Text; } static async Task Body() { await Task.Yield(); {{calls}} } }
            """;
        await Twin.RunAsync(
            expected.ToDictionary(pair => $"{metric}_{pair.Metric}", static pair => pair.Count, StringComparer.Ordinal),
            ("Source.cs", Metric().Replace(text, metric)));
    }

    /// <summary>Statements that ask a container for an implementation, and so for its decorator: <c>x</c>.</summary>
    public static string Injected(string service, string implementation) => $$"""
        var services = new Microsoft.Extensions.DependencyInjection.ServiceCollection();
        Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddTransient<{{service}}, {{implementation}}>(services);
        Microsoft.Extensions.DependencyInjection.InstrumentationServiceCollectionExtensions.AddInstrumentation(services);
        using var provider = Microsoft.Extensions.DependencyInjection.ServiceCollectionContainerBuilderExtensions.BuildServiceProvider(services);
        var x = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<{{service}}>(provider);
        """;

    [GeneratedRegex(@"\{m\}")]
    private static partial Regex Metric();
}
