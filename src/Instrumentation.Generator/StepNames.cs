namespace Instrumentation.Generator;

/// <summary>Names of the pipeline's steps, shared with the caching tests.</summary>
internal static class StepNames
{
    /// <summary>Files with types of any of the kinds below.</summary>
    public const string Files = nameof(Files);

    /// <summary>Types with instrumented methods.</summary>
    public const string Types = nameof(Types);

    /// <summary>Types with instruments that are called by hand.</summary>
    public const string HandCalledTypes = nameof(HandCalledTypes);

    /// <summary>Classes with observed gauges.</summary>
    public const string ObservedTypes = nameof(ObservedTypes);

    /// <summary>Classes that inherit instrumented methods and have none of their own.</summary>
    public const string DerivedTypes = nameof(DerivedTypes);

    /// <summary>Files with calls of instrumented methods.</summary>
    public const string CallFiles = nameof(CallFiles);

    /// <summary>What the assembly's registrar lists.</summary>
    public const string Registrar = nameof(Registrar);

    /// <summary>The coverage that is embedded in the assembly.</summary>
    public const string Coverage = nameof(Coverage);

    /// <summary>Log messages with classified values; a step of a generator of its own.</summary>
    public const string ClassifiedMessages = nameof(ClassifiedMessages);

    /// <summary>The steps of <see cref="InstrumentationGenerator"/>.</summary>
    public static readonly string[] All =
    [
        Files,
        Types,
        DerivedTypes,
        HandCalledTypes,
        ObservedTypes,
        CallFiles,
        Registrar,
        Coverage,
    ];
}
