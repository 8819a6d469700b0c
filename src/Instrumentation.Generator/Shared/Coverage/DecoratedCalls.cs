using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Which calls through an interface go through a decorator of this compilation.</summary>
internal sealed class DecoratedCalls
{
    private static readonly ConditionalWeakTable<Compilation, DecoratedCalls> s_known = new();

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<ISymbol, bool> _served = new(SymbolEqualityComparer.Default);

    private DecoratedCalls(Compilation compilation) => _compilation = compilation;

    public static DecoratedCalls Of(Compilation compilation) => s_known.GetValue(compilation, static key => new DecoratedCalls(key));

    /// <summary>Whether a decorator measures calls of the method.</summary>
    public bool Include(IMethodSymbol called, CancellationToken cancellation)
    {
        if (called.ContainingType is not { TypeKind: TypeKind.Interface } || called.IsStatic)
        {
            return false;
        }

        var member = called.ConstructedFrom;
        if (!_served.TryGetValue(member, out var served))
        {
            _served[member] = served = Implementations(member.Name, cancellation).Any(type => Serves(type, member));
        }

        return served;
    }

    // By name first: the compiler keeps the names of all members, and only types that have one of that name are bound.
    // An explicit implementation has the interface in its name.
    private IEnumerable<INamedTypeSymbol> Implementations(string name, CancellationToken cancellation)
    {
        var explicitly = "." + name;
        return _compilation
            .GetSymbolsWithName(found => found == name || found.EndsWith(explicitly, StringComparison.Ordinal), SymbolFilter.Member, cancellation)
            .OfType<IMethodSymbol>()
            .Where(InstrumentedMembers.IsAnnotated)
            .Select(static method => method.ContainingType)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
    }

    private static bool Serves(INamedTypeSymbol type, IMethodSymbol member) =>
        DecoratorRules.Served(type, InstrumentedMembers.Of(type)).Keys.Any(served => Is(served, member));

    // In generic code, `IStore<T>` may be the `IStore<Order>` that is decorated.
    private static bool Is(ISymbol served, IMethodSymbol member) =>
        SymbolEqualityComparer.Default.Equals(served, member)
        || (member.ContainingType.TypeArguments.Any(static argument => argument is ITypeParameterSymbol)
            && SymbolEqualityComparer.Default.Equals(served.OriginalDefinition, member.OriginalDefinition));
}
