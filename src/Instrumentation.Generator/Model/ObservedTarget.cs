using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>A class with observed gauges.</summary>
/// <param name="HintName">Name of the generated file, from the metadata name.</param>
/// <param name="Namespace">Namespace; null for the global one.</param>
/// <param name="HolderName">Name of the class that holds the gauges: <c>ConnectionPoolGauges</c>.</param>
/// <param name="Holder">The same, fully qualified.</param>
/// <param name="Display">The class's name for people.</param>
/// <param name="Members">The members that are read.</param>
internal sealed record ObservedTarget(
    string HintName,
    string? Namespace,
    string HolderName,
    string Holder,
    string Display,
    EquatableArray<ObservedMember> Members);
