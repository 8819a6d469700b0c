using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>The metrics of an <c>[Instrumented]</c> and their names; null for what it does not ask for.</summary>
internal sealed class CallMetricNames(AttributeData attribute)
{
    private static readonly string[] s_endings = ["_duration_seconds", "_seconds"];

    /// <summary>The tags of the common families, beside the outcome.</summary>
    public static readonly string[] CommonTags = ["assembly", "type", "method"];

    /// <summary>Whether it has no name, and so records into the families that are common to all services.</summary>
    public bool IsCommon => attribute.Name() is null;

    public string? Duration => attribute.Flag("Duration", otherwise: true) ? attribute.Name() ?? "call_duration_seconds" : null;

    public string? Calls => attribute.Text("CallsName") ?? (attribute.Flag("Calls", otherwise: false) ? Derived("_total") ?? "calls_total" : null);

    public string? InFlight => attribute.Text("InFlightName") ?? (attribute.Flag("InFlight", otherwise: false) ? Derived("_in_flight") ?? "calls_in_flight" : null);

    private string? Derived(string ending) => attribute.Name() is not { } name
        ? null
        : s_endings.FirstOrDefault(known => name.EndsWith(known, StringComparison.Ordinal)) is { } last
            ? name.Substring(0, name.Length - last.Length) + ending
            : name + ending;
}
