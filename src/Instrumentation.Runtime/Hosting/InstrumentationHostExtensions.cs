using Instrumentation.Hosting;
using Instrumentation.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Hosting;

/// <summary>Switches instrumentation on in a host.</summary>
public static class InstrumentationHostExtensions
{
    /// <summary>
    /// Starts recording, and decorates the instrumented services of every assembly when the container is built, so that the order of
    /// registrations does not matter.
    /// </summary>
    /// <remarks>A host with a container of its own (<c>ConfigureContainer</c>) must call <c>services.AddInstrumentation()</c> after its registrations instead.</remarks>
    /// <param name="builder">The host builder.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static InstrumentationBuilder AddInstrumentation(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        MetricRegistry.StartCollecting();

        // The framework's own defaults: both checks in development only.
        var validate = builder.Environment.IsDevelopment();
        builder.ConfigureContainer(new InstrumentingServiceProviderFactory(new ServiceProviderOptions { ValidateScopes = validate, ValidateOnBuild = validate }));
        return new InstrumentationBuilder(builder);
    }
}
