using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Shared;

/// <summary>What the project file says.</summary>
internal static class BuildProperties
{
    /// <summary>Whether calls are intercepted; <c>InstrumentationInterceptCalls</c>, true unless it says false.</summary>
    public static bool InterceptCalls(AnalyzerConfigOptions options) =>
        !options.TryGetValue("build_property.InstrumentationInterceptCalls", out var value) || !bool.TryParse(value, out var intercept) || intercept;
}
