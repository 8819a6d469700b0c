namespace Instrumentation.AspNetCore;

/// <summary>Options of <c>AddAspNetCore</c>.</summary>
public sealed class AspNetCoreInstrumentationOptions
{
    /// <summary>Name of the header that carries the correlation id in and out; default <c>x-correlation-id</c>.</summary>
    public string CorrelationHeader { get; set; } = CorrelationHandler.DefaultHeader;

    /// <summary>
    /// Path prefixes (whole segments, case-insensitive) whose finished requests get no log line, because machines poll them;
    /// default <c>/metrics</c> and <c>/health</c>.
    /// </summary>
    public IList<string> QuietPaths { get; } = ["/metrics", "/health"];
}
