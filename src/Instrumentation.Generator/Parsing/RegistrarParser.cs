using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses what the assembly's registrar needs.</summary>
internal static class RegistrarParser
{
    private const string RuntimeAssembly = "Instrumentation.Runtime";
    private const string RegistrarAttribute = "InstrumentationRegistrarAttribute";

    public static EquatableArray<Registration> Registrations(IEnumerable<Registration> all) =>
        all.OrderBy(static type => type.Holder, StringComparer.Ordinal).ToEquatable();

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
            if (!assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static identity => identity.Name == RuntimeAssembly)))
            {
                continue;
            }

            foreach (var attribute in assembly.GetAttributes())
            {
                if (attribute.AttributeClass?.Name == RegistrarAttribute && attribute.ConstructorArguments.FirstOrDefault().Value is INamedTypeSymbol registrar)
                {
                    yield return SymbolText.Of(registrar);
                }
            }
        }
    }
}
