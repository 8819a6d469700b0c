using Instrumentation.Metrics;
using Instrumentation.OpenTelemetry;
using Instrumentation.OpenTelemetry.Metrics;

namespace OpenTelemetry.Metrics;

/// <summary>Connects a meter provider.</summary>
public static class OpenTelemetryInstrumentationMetricsExtensions
{
    /// <summary>
    /// Adds the metrics of every instrumented assembly, each with the buckets it was declared with and with room for all the series it can have: the SDK's own limit of 2,000
    /// would put the rest into one overflow series without a word. The limit is 100,000 at most.
    /// </summary>
    /// <example>
    /// <code>
    /// using var metrics = Sdk.CreateMeterProviderBuilder().AddInstrumentation().AddOtlpExporter().Build();
    /// </code>
    /// </example>
    /// <param name="builder">The provider's builder.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static MeterProviderBuilder AddInstrumentation(this MeterProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        MetricRegistry.StartCollecting();
        var meters = InstrumentedAssemblies.Names();
        return builder.AddMeter([.. meters]).AddView(instrument => StreamViews.Of(instrument, meters));
    }
}
