using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Parsing.CallSites;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses what the assembly's registrar needs.</summary>
internal static class RegistrarParser
{
    public static EquatableArray<Registration> Registrations(IEnumerable<Registration> all) =>
        all.OrderBy(static type => type.Holder, StringComparer.Ordinal).ToEquatable();

    /// <summary>What is listed of a type with wrappers.</summary>
    public static Registration Registration(TypeTarget type) => new(type.Holder, type.Namespace, ExportedNames(type).ToEquatable(), type.Decorator);

    /// <summary>What is listed of a type with instruments only.</summary>
    public static Registration Registration(string holder) => new(holder, null, default, null);

    // Internal ones too: a friend assembly may call them.
    private static IEnumerable<string> ExportedNames(TypeTarget type) =>
        type.Methods.Where(static method => method.Signature.IsExported || method.Signature.Accessor == AccessorKind.None).Select(static method => method.Signature.Name.TrimStart('@')).Distinct(StringComparer.Ordinal);

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
