using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>A type with instruments that are called by hand.</summary>
/// <param name="HintName">Name of the generated file, from the metadata name.</param>
/// <param name="Namespace">Namespace; null for the global one.</param>
/// <param name="HolderName">Name of the class that holds the instruments: <c>LlmMetricsInstruments</c>.</param>
/// <param name="Holder">The same, fully qualified.</param>
/// <param name="Display">The type's name for people.</param>
/// <param name="Types">The type and those around it, outermost first, as they are opened again: <c>partial class LlmMetrics</c>.</param>
/// <param name="Methods">The methods.</param>
internal sealed record HandCalledTarget(
    string HintName,
    string? Namespace,
    string HolderName,
    string Holder,
    string Display,
    EquatableArray<string> Types,
    EquatableArray<HandCalledMethod> Methods);
