using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace Instrumentation.OpenTelemetry.Export;

/// <summary>Lets the SDK register its providers in the host's container, where <c>services.ConfigureOpenTelemetryTracerProvider</c> and its like add to them.</summary>
internal sealed class HostOpenTelemetryBuilder(IServiceCollection services) : IOpenTelemetryBuilder
{
    public IServiceCollection Services { get; } = services;
}
