using Instrumentation.Hosting;
using Instrumentation.Metrics;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches instrumentation on in a container that no host builder builds.</summary>
public static class InstrumentationServiceCollectionExtensions
{
    /// <summary>Starts recording, and decorates the instrumented services that are registered so far; of classes with observed gauges each instance is observed.</summary>
    /// <param name="services">The registrations.</param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddInstrumentation(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        MetricRegistry.StartCollecting();
        ServiceDecoration.Apply(services);
        ServiceObservation.Apply(services);
        return services;
    }
}
