using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Shared;

/// <summary>What the project file says.</summary>
internal static class BuildProperties
{
    /// <summary>Whether anything is measured; <c>InstrumentationEnabled</c>, true unless it says false.</summary>
    public static bool Measures(AnalyzerConfigOptions options) =>
        !options.TryGetValue("build_property.InstrumentationEnabled", out var value) || !bool.TryParse(value, out var measures) || measures;

    /// <summary>Whether calls are intercepted; <c>InstrumentationInterceptCalls</c>, true unless it says false.</summary>
    public static bool InterceptCalls(AnalyzerConfigOptions options) =>
        !options.TryGetValue("build_property.InstrumentationInterceptCalls", out var value) || !bool.TryParse(value, out var intercept) || intercept;

    /// <summary>The most series of a metric without a budget of its own; <c>InstrumentationCardinalityBudget</c>, none unless it is a number.</summary>
    public static int? CardinalityBudget(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.InstrumentationCardinalityBudget", out var value)
        && int.TryParse(value, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var budget) ? budget : null;
}
