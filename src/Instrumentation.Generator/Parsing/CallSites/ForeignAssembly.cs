using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.CallSites;

/// <summary>What a referenced assembly says of its instrumented methods.</summary>
internal static class ForeignAssembly
{
    private const string RuntimeAssembly = "Instrumentation.Runtime";
    private const string RegistrarAttribute = "Instrumentation.Weaving.InstrumentationRegistrarAttribute";

    private static readonly ConditionalWeakTable<IAssemblySymbol, string[]> s_calls = new();

    /// <summary>The attribute that names the assembly's registrar; null where nothing in it is instrumented.</summary>
    public static AttributeData? Registrar(IAssemblySymbol assembly) =>
        assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static identity => identity.Name == RuntimeAssembly))
            ? assembly.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.ToDisplayString() == RegistrarAttribute)
            : null;

    /// <summary>Names of the methods that have a wrapper for callers in other assemblies.</summary>
    public static string[] Calls(IAssemblySymbol assembly) =>
        s_calls.GetValue(assembly, static key => Registrar(key)?.Elements("Calls") is { } names ? [.. names.Select(static name => name.Value).OfType<string>()] : []);

    /// <summary>
    /// The wrapper of a method of another assembly; null where that assembly was compiled without the generator or its wrapper is out of reach.
    /// It is found by its parameters: how overloads are numbered depends on members that cannot be seen from here.
    /// </summary>
    public static string? Wrapper(IMethodSymbol method, Compilation compilation)
    {
        var holder = TypeParser.Holder(method.ContainingType).Substring("global::".Length);
        if (method.ContainingAssembly.GetTypeByMetadataName(holder) is not { } type)
        {
            return null;
        }

        var receiver = method.IsStatic ? 0 : 1;
        return type.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(wrapper =>
            wrapper.Name.StartsWith(method.Name, StringComparison.Ordinal)
            && wrapper.Name.Skip(method.Name.Length).All(char.IsDigit)
            && wrapper.Parameters.Length == method.Parameters.Length + receiver
            && wrapper.Arity == SignatureParser.Arity(method)
            && (receiver == 0 || SymbolText.Of(wrapper.Parameters[0].Type) == SymbolText.Of(method.ContainingType))
            && method.Parameters.All(parameter => AreSame(parameter, wrapper.Parameters[parameter.Ordinal + receiver]))
            && compilation.IsSymbolAccessibleWithin(wrapper, compilation.Assembly))?.Name;
    }

    private static bool AreSame(IParameterSymbol left, IParameterSymbol right) =>
        left.RefKind == right.RefKind && SymbolText.Of(left.Type) == SymbolText.Of(right.Type);
}
