using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>What the registrar does for one instrumented type.</summary>
/// <param name="Holder">The class with its instruments, fully qualified; null where it has none of its own.</param>
/// <param name="DecoratorNamespace">Namespace of the decorator; null for the global one.</param>
/// <param name="ExportedNames">Names of the methods whose wrappers other assemblies use.</param>
/// <param name="Metrics">The metrics it declares, each as the text of a <c>MetricDeclaration</c>.</param>
/// <param name="Decorator">The decorator; null where there is none.</param>
internal sealed record Registration(string? Holder, string? DecoratorNamespace, EquatableArray<string> ExportedNames, EquatableArray<string> Metrics, DecoratorTarget? Decorator);
