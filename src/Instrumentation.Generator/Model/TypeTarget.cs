using Instrumentation.Generator.Collections;

namespace Instrumentation.Generator.Model;

/// <summary>A type with instrumented methods.</summary>
/// <param name="HintName">Name of the generated files, from the metadata name.</param>
/// <param name="Namespace">Namespace; null for the global one.</param>
/// <param name="HolderName">Name of the class that holds instruments and wrappers: <c>SqlSchemaRepositoryInstrumentation</c>.</param>
/// <param name="Display">The type's name for people.</param>
/// <param name="AssemblyName">Simple name of its assembly.</param>
/// <param name="AssemblyVersion">Version of its assembly.</param>
/// <param name="Methods">The instrumented methods.</param>
/// <param name="Decorator">The decorator; null where none is needed.</param>
internal sealed record TypeTarget(
    string HintName,
    string? Namespace,
    string HolderName,
    string Display,
    string AssemblyName,
    string AssemblyVersion,
    EquatableArray<MethodTarget> Methods,
    DecoratorTarget? Decorator)
{
    /// <summary>The type and those around it, outermost first, as they are opened again for the halves of methods; empty where there are none.</summary>
    public EquatableArray<string> Types { get; init; }

    /// <summary>The documentation ids of the members that are instrumented themselves and whose calls the type's own methods record.</summary>
    public EquatableArray<string> OwnedMembers { get; init; }

    public string Holder => Namespace is null ? $"global::{HolderName}" : $"global::{Namespace}.{HolderName}";
}
