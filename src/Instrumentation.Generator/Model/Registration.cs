using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>What the registrar does for one instrumented type.</summary>
/// <param name="Holder">The class with its instruments, fully qualified.</param>
/// <param name="DecoratorNamespace">Namespace of the decorator; null for the global one.</param>
/// <param name="ExportedNames">Names of the methods whose wrappers other assemblies use.</param>
/// <param name="Decorator">The decorator; null where there is none.</param>
internal sealed record Registration(string Holder, string? DecoratorNamespace, EquatableArray<string> ExportedNames, DecoratorTarget? Decorator);
