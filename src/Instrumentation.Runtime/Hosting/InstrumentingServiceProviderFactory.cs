using Microsoft.Extensions.DependencyInjection;

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
        return _framework.CreateServiceProvider(containerBuilder);
    }
}
