namespace Instrumentation.Generator.Shared;

/// <summary>What becomes of a call of an instrumented method.</summary>
internal enum CallMeasurement
{
    /// <summary>An interceptor replaces it.</summary>
    Intercepted,

    /// <summary>It goes through an interface whose implementation has a decorator.</summary>
    Decorated,

    /// <summary>The method is woven at its definition and records every call.</summary>
    AtDefinition,

    /// <summary>The method is woven in place and records every call.</summary>
    InPlace,

    /// <summary>Somebody asked for it to be left as it is written.</summary>
    LeftAlone,

    /// <summary>It runs without being measured.</summary>
    NotMeasured,
}
