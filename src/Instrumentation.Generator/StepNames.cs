namespace Instrumentation.Generator;

/// <summary>Names of the pipeline's steps, shared with the caching tests.</summary>
internal static class StepNames
{
    /// <summary>Types with instrumented methods, by the attribute that led to them.</summary>
    public const string InstrumentedTypes = nameof(InstrumentedTypes);
    public const string CountedTypes = nameof(CountedTypes);
    public const string HistogramTypes = nameof(HistogramTypes);

    /// <summary>Files with calls of instrumented methods.</summary>
    public const string CallFiles = nameof(CallFiles);

    /// <summary>What the assembly's registrar lists.</summary>
    public const string Registrar = nameof(Registrar);

    /// <summary>The coverage that is embedded in the assembly.</summary>
    public const string Coverage = nameof(Coverage);

    public static readonly string[] All = [InstrumentedTypes, CountedTypes, HistogramTypes, CallFiles, Registrar, Coverage];
}
