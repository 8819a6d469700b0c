namespace Instrumentation.Generator.Shared;

/// <summary>Metadata names of our attributes, the only way the compiler components know the runtime.</summary>
internal static class KnownNames
{
    public const string Namespace = "Instrumentation";
    public const string Generator = "Instrumentation.Generator";
    public const string RuntimeAssembly = "Instrumentation.Runtime";
    public const string InstrumentedAttribute = "Instrumentation.InstrumentedAttribute";
    public const string NotInstrumentedAttribute = "Instrumentation.NotInstrumentedAttribute";
    public const string NotInterceptedAttribute = "Instrumentation.NotInterceptedAttribute";
    public const string MetricCounterAttribute = "Instrumentation.MetricCounterAttribute";
    public const string MetricHistogramAttribute = "Instrumentation.MetricHistogramAttribute";
    public const string MetricSummaryAttribute = "Instrumentation.MetricSummaryAttribute";
    public const string MetricGaugeAttribute = "Instrumentation.MetricGaugeAttribute";
    public const string MetricUpDownCounterAttribute = "Instrumentation.MetricUpDownCounterAttribute";
    public const string ValueAttribute = "Instrumentation.ValueAttribute";
    public const string TagAttribute = "Instrumentation.TagAttribute";
    public const string SpanTagAttribute = "Instrumentation.SpanTagAttribute";
    public const string FailureWhenAttribute = "Instrumentation.FailureWhenAttribute";
    public const string RejectedWhenAttribute = "Instrumentation.RejectedWhenAttribute";
    public const string OutcomeNamesAttribute = "Instrumentation.OutcomeNamesAttribute";
    public const string ErrorTypesAttribute = "Instrumentation.ErrorTypesAttribute";
    public const string RegistrarAttribute = "Instrumentation.Weaving.InstrumentationRegistrarAttribute";
    public const string CardinalityBudgetAttribute = "Instrumentation.CardinalityBudgetAttribute";
    public const string SloAttribute = "Instrumentation.SloAttribute";
    public const string TagValueAttribute = "Instrumentation.TagValueAttribute";

    /// <summary>Our assemblies that use the runtime and instrument nothing of their users.</summary>
    public static readonly string[] OwnAssemblies = [RuntimeAssembly, "Instrumentation.AspNetCore", "Instrumentation.OpenTelemetry", "Instrumentation.Testing"];

    /// <summary>Others' attributes, which we know by name alone.</summary>
    public const string DataClassificationAttribute = "Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute";
    public const string NoDataClassificationAttribute = "Microsoft.Extensions.Compliance.Classification.NoDataClassificationAttribute";
}
