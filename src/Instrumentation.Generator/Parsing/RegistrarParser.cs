using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Parsing.CallSites;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses what the assembly's registrar needs.</summary>
internal static class RegistrarParser
{
    public static EquatableArray<Registration> Registrations(IEnumerable<Registration> all) =>
        all.OrderBy(static type => type.Holder ?? type.Decorator?.Implementation, StringComparer.Ordinal).ToEquatable();

    /// <summary>What is listed of a type with wrappers.</summary>
    public static Registration Registration(TypeTarget type) => new(type.Holder, type.Namespace, ExportedNames(type).ToEquatable(), DeclaredMetrics.Of(type.Methods).ToEquatable(), type.Decorator);

    /// <summary>What is listed of a type with instruments only.</summary>
    public static Registration Registration(HandCalledTarget type) =>
        new(type.Holder, null, default, DeclaredMetrics.Of(type.Methods.Select(static method => method.Target)).ToEquatable(), null);

    /// <summary>What is listed of a class with observed gauges.</summary>
    public static Registration Registration(ObservedTarget type) =>
        new(type.Holder, null, default, DeclaredMetrics.Of(type.Members.Select(static member => member.Target), observed: true).ToEquatable(), null);

    /// <summary>What is listed of a class that only inherits instrumented methods.</summary>
    public static Registration Registration(DerivedTarget type) => new(null, type.Namespace, default, default, type.Decorator);

    // Internal ones too: a friend assembly may call them.
    private static IEnumerable<string> ExportedNames(TypeTarget type) =>
        type.Methods.Where(static method => method.Half is not null || method.Signature.IsExported || method.Signature.Accessor == AccessorKind.None).Select(static method => (method.Half?.Name ?? method.Signature.Name).TrimStart('@')).Distinct(StringComparer.Ordinal);

    public static AssemblyModel Assembly(Compilation compilation, CancellationToken cancellation)
    {
        var executable = compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;
        return new AssemblyModel(compilation.AssemblyName ?? "Assembly", executable, executable ? Referenced(compilation, cancellation).ToEquatable() : default);
    }

    private static IEnumerable<string> Referenced(Compilation compilation, CancellationToken cancellation)
    {
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols.OrderBy(static assembly => assembly.Name, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            if (ForeignAssembly.Registrar(assembly) is { } attribute && attribute.ConstructorArguments.FirstOrDefault().Value is INamedTypeSymbol registrar)
            {
                yield return SymbolText.Of(registrar);
            }
        }
    }
}
