using System.Runtime.CompilerServices;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.CallSites;

/// <summary>What a referenced assembly says of its instrumented methods.</summary>
internal static class ForeignAssembly
{
    private const string RegistrarAttribute = "Instrumentation.Weaving.InstrumentationRegistrarAttribute";

    private static readonly ConditionalWeakTable<IAssemblySymbol, string[]> s_calls = new();

    /// <summary>The attribute that names the assembly's registrar; null where nothing in it is instrumented.</summary>
    public static AttributeData? Registrar(IAssemblySymbol assembly) =>
        assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static identity => identity.Name == KnownNames.RuntimeAssembly))
            ? assembly.GetAttributes().FirstOrDefault(static attribute => attribute.Is(RegistrarAttribute))
            : null;

    /// <summary>Names of the methods that have a wrapper for callers in other assemblies.</summary>
    public static string[] Calls(IAssemblySymbol assembly) =>
        s_calls.GetValue(assembly, static key => Registrar(key)?.Elements("Calls") is { } names ? [.. names.Select(static name => name.Value).OfType<string>()] : []);
}
