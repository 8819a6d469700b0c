using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Hosting;

/// <summary>The framework's own container, with the decorators applied at the last moment before it is built.</summary>
internal sealed class InstrumentingServiceProviderFactory(ServiceProviderOptions options) : IServiceProviderFactory<IServiceCollection>
{
    private readonly DefaultServiceProviderFactory _framework = new(options);

    public IServiceCollection CreateBuilder(IServiceCollection services) => _framework.CreateBuilder(services);

    public IServiceProvider CreateServiceProvider(IServiceCollection containerBuilder)
    {
        ServiceDecoration.Apply(containerBuilder);
        ServiceObservation.Apply(containerBuilder);
        var provider = _framework.CreateServiceProvider(containerBuilder);
        FailureLogging.Use(provider.GetService<ILoggerFactory>());
        return provider;
    }
}
