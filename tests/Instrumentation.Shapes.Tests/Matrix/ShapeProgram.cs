namespace Instrumentation.Shapes.Tests.Matrix;

/// <summary>A cell's program.</summary>
/// <param name="Types">Its types.</param>
/// <param name="Statements">What the caller does.</param>
internal sealed record ShapeProgram(string Types, string Statements)
{
    /// <summary>Whether it asks a container.</summary>
    public bool IsDecorated => Statements.Contains("AddInstrumentation", StringComparison.Ordinal);

    /// <summary>A member of the caller.</summary>
    public string Helper { get; init; } = string.Empty;

    /// <summary>What the caller does where the method is async, which its own statements do not say; null where they do.</summary>
    public string? AsyncStatements { get; init; }

    /// <summary>How many calls of the method there are, each of which is measured or is not.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>Statements that ask a container for a service: <c>x</c>.</summary>
    public static string Injected(string service = "I", string implementation = "S") => Registered(service, $"AddTransient<{service}, {implementation}>(services)");

    /// <summary>The same with a registration of its own.</summary>
    public static string Registered(string service, string registration) => $"""
        var services = new Microsoft.Extensions.DependencyInjection.ServiceCollection();
        Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.{registration};
        Microsoft.Extensions.DependencyInjection.InstrumentationServiceCollectionExtensions.AddInstrumentation(services);
        using var provider = Microsoft.Extensions.DependencyInjection.ServiceCollectionContainerBuilderExtensions.BuildServiceProvider(services);
        var x = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<{service}>(provider);
        """;
}
