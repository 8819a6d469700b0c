namespace Instrumentation.OpenTelemetry;

/// <summary>Which spans are exported; options of <c>AddInstrumentation</c> on a tracer provider's builder.</summary>
public sealed class OpenTelemetryInstrumentationOptions
{
    /// <summary>
    /// The share of traces that begin here and are exported, 0 to 1; a trace that began elsewhere is exported as its caller decided. <see langword="null"/>, the
    /// default, leaves the provider's own sampler.
    /// </summary>
    /// <remarks>
    /// Decided by the 56 random bits that W3C Trace Context level 2 puts at the end of the trace id, or by <c>rv</c> in the state's entry <c>ot</c>, so that all services with the
    /// same share agree, and those with a greater one export every trace that those with a smaller one do.
    /// </remarks>
    public double? SamplingRate { get; set; }

    /// <summary>
    /// Whether a span that failed is exported although its trace was not sampled, together with the spans it is in, as far as they are in this process. Default
    /// <see langword="false"/>: every span is then recorded to be decided on at its end, and costs as much as one that is exported, save the export.
    /// </summary>
    /// <remarks>
    /// What ended before the failure, and what other services have been told not to sample, is missing from such a trace. The failed span has the tag <c>sampling.kept</c>, so that
    /// it is not counted as one of a random sample.
    /// </remarks>
    public bool KeepErrors { get; set; }

    /// <summary>As <see cref="KeepErrors"/>, for spans that took at least this long; <see langword="null"/>, the default, for none.</summary>
    public TimeSpan? KeepSlowerThan { get; set; }

    internal bool Keeps => KeepErrors || KeepSlowerThan is not null;
}
