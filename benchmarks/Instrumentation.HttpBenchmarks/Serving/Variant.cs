namespace Instrumentation.HttpBenchmarks.Serving;

/// <summary>A server that answers <c>GET /</c> with nothing.</summary>
internal enum Variant
{
    /// <summary>The framework alone, at level Warning.</summary>
    Plain,

    /// <summary>With <c>AddAspNetCore</c> and <c>UseInstrumentation</c>, at level Warning.</summary>
    Ours,

    /// <summary>The framework alone, with its JSON lines about each request: two, at level Information.</summary>
    PlainLogging,

    /// <summary>Ours with its JSON line about each request.</summary>
    OursLogging,
}
