namespace Instrumentation.Generator;

/// <summary>Names of the pipeline's steps, shared with the caching tests.</summary>
internal static class StepNames
{
    /// <summary>Types with instrumented methods, by the attribute that led to them.</summary>
    public const string InstrumentedTypes = nameof(InstrumentedTypes);
    public const string CountedTypes = nameof(CountedTypes);
    public const string HistogramTypes = nameof(HistogramTypes);
    public const string UpDownCountedTypes = nameof(UpDownCountedTypes);
    public const string GaugedTypes = nameof(GaugedTypes);

    /// <summary>Types with instruments that are called by hand.</summary>
    public const string HandCalledTypes = nameof(HandCalledTypes);

    /// <summary>Classes with observed gauges.</summary>
    public const string ObservedTypes = nameof(ObservedTypes);

    /// <summary>Types that an attribute on the assembly covers.</summary>
    public const string CoveredTypes = nameof(CoveredTypes);

    /// <summary>Files with calls of instrumented methods.</summary>
    public const string CallFiles = nameof(CallFiles);

    /// <summary>What the assembly's registrar lists.</summary>
    public const string Registrar = nameof(Registrar);

    /// <summary>The coverage that is embedded in the assembly.</summary>
    public const string Coverage = nameof(Coverage);

    public static readonly string[] All =
    [
        InstrumentedTypes,
        CountedTypes,
        HistogramTypes,
        UpDownCountedTypes,
        GaugedTypes,
        CoveredTypes,
        HandCalledTypes,
        ObservedTypes,
        CallFiles,
        Registrar,
        Coverage,
    ];
}
