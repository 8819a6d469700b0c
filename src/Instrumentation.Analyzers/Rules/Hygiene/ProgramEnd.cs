using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>Where a program ends: what nobody outside of the compilation can use is judged by the compilation alone.</summary>
internal static class ProgramEnd
{
    /// <summary>Whether all uses of a symbol are in this compilation: it belongs to an executable, or is seen by no other assembly but tests.</summary>
    public static bool Encloses(ISymbol symbol, Compilation compilation)
    {
        if (!SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly))
        {
            return false;
        }

        if (IsExecutable(compilation))
        {
            return true;
        }

        var isPrivate = false;
        var isInternal = false;
        for (var current = symbol; current is not (null or INamespaceSymbol); current = current.ContainingSymbol)
        {
            isPrivate |= current.DeclaredAccessibility is Accessibility.Private or Accessibility.NotApplicable;
            isInternal |= current.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal;
        }

        return isPrivate || (isInternal && !HasFriends(compilation));
    }

    public static bool IsExecutable(Compilation compilation) => compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;

    // Tests do not run in production, and proxies of mocks call nothing.
    private static bool HasFriends(Compilation compilation) => compilation.Assembly.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name == "InternalsVisibleToAttribute"
        && attribute.ConstructorArguments.FirstOrDefault().Value is string friend
        && friend.IndexOf("Test", StringComparison.OrdinalIgnoreCase) < 0 && friend.IndexOf("Benchmark", StringComparison.OrdinalIgnoreCase) < 0
        && !friend.StartsWith("DynamicProxyGenAssembly2", StringComparison.Ordinal));
}
