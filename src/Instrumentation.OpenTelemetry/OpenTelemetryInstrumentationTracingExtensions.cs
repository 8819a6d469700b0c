using Instrumentation;
using Instrumentation.OpenTelemetry;
using Instrumentation.OpenTelemetry.Propagation;
using Instrumentation.OpenTelemetry.Sampling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace OpenTelemetry.Trace;

/// <summary>Connects a tracer provider.</summary>
public static class OpenTelemetryInstrumentationTracingExtensions
{
    /// <summary>
    /// Adds the spans of every instrumented assembly, samples as the options say, and lets <see cref="Envelope"/> carry OpenTelemetry's baggage.
    /// </summary>
    /// <remarks>Call it before exporters are added: what is kept is decided before they see a span.</remarks>
    /// <example>
    /// <code>
    /// using var tracing = Sdk.CreateTracerProviderBuilder()
    ///     .AddInstrumentation(o =&gt; { o.SamplingRate = 0.1; o.KeepErrors = true; })
    ///     .AddOtlpExporter()
    ///     .Build();
    /// </code>
    /// </example>
    /// <param name="builder">The provider's builder.</param>
    /// <param name="configure">Changes the options, after those that the container has.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static TracerProviderBuilder AddInstrumentation(this TracerProviderBuilder builder, Action<OpenTelemetryInstrumentationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        FlowContext.Use(new OpenTelemetryBaggage());
        builder.ConfigureServices(services => services.AddOptions<OpenTelemetryInstrumentationOptions>().Configure(options => configure?.Invoke(options)));
        return builder
            .AddSource([.. InstrumentedAssemblies.Names()])
            .ConfigureSampler(static (provider, current) => SamplerOf(OptionsOf(provider), current))
            .AddProcessor(static provider =>
            {
                var options = OptionsOf(provider);
                return new KeepingProcessor(options.KeepErrors, options.KeepSlowerThan);
            });
    }

    private static Sampler SamplerOf(OpenTelemetryInstrumentationOptions options, Sampler current)
    {
        var sampler = options.SamplingRate is { } rate ? new ParentBasedSampler(new TraceRatioSampler(rate)) : current;
        return options.Keeps ? new AlwaysRecordSampler(sampler) : sampler;
    }

    private static OpenTelemetryInstrumentationOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<OpenTelemetryInstrumentationOptions>>().Value;
}
