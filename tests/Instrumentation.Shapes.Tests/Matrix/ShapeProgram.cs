namespace Instrumentation.Shapes.Tests.Matrix;

/// <summary>A cell's program.</summary>
/// <param name="Types">Its types.</param>
/// <param name="Statements">What the caller does.</param>
internal sealed record ShapeProgram(string Types, string Statements)
{
    /// <summary>Asks a container for <c>I</c>, implemented by <c>S</c>.</summary>
    public const string Injected = """
        var services = new Microsoft.Extensions.DependencyInjection.ServiceCollection();
        Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddTransient<I, S>(services);
        Microsoft.Extensions.DependencyInjection.InstrumentationServiceCollectionExtensions.AddInstrumentation(services);
        using var provider = Microsoft.Extensions.DependencyInjection.ServiceCollectionContainerBuilderExtensions.BuildServiceProvider(services);
        var x = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<I>(provider);
        """;

    /// <summary>A member of the caller.</summary>
    public string Helper { get; init; } = string.Empty;

    /// <summary>How many calls of the method there are, each of which is measured or is not.</summary>
    public int Calls { get; init; } = 1;

    public bool IsDecorated => Statements.Contains("AddTransient<I, ", StringComparison.Ordinal);
}
