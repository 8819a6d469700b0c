using System.Collections.Concurrent;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>Which members of the compilation mention which, and so which methods nobody reaches. May be filled concurrently, and is asked when it is full.</summary>
internal sealed class CallGraph
{
    private readonly ConcurrentQueue<(ISymbol Member, IMethodSymbol Method)> _noted = new();
    private readonly Lazy<ILookup<ISymbol, ISymbol>> _mentions;

    // Most programs need no answer.
    public CallGraph() => _mentions = new(() => _noted
        .Select(static note => (From: Method(note.Member), To: (ISymbol)Declared(note.Method)))
        .Where(static note => note.From is not null)
        .ToLookup(static note => note.To, static note => note.From!, SymbolEqualityComparer.Default));

    /// <summary>Notes that a member mentions a method.</summary>
    public void Add(ISymbol member, IMethodSymbol method)
    {
        if (method.ContainingAssembly is ISourceAssemblySymbol)
        {
            _noted.Enqueue((member, method));
        }
    }

    /// <summary>Whether code of a member may run: it is no method that others must call by name, or one that does runs calls it.</summary>
    public bool IsReached(ISymbol member, Compilation compilation) => Method(member) is not IMethodSymbol method || IsReached([method], compilation);

    /// <summary>Whether code that may run calls a method, however it is declared.</summary>
    public bool IsCalled(IMethodSymbol method, Compilation compilation) => IsReached(_mentions.Value[Declared(method)], compilation);

    // From the callers to theirs, each once: a program has more ways from one method to another than can be walked.
    private bool IsReached(IEnumerable<ISymbol> members, Compilation compilation)
    {
        var open = new Stack<ISymbol>(members);
        var seen = new HashSet<ISymbol>(open, SymbolEqualityComparer.Default);
        while (open.Count > 0)
        {
            var member = open.Pop();
            if (member is not IMethodSymbol method || IsRoot(method, compilation))
            {
                return true;
            }

            foreach (var caller in _mentions.Value[method])
            {
                if (seen.Add(caller))
                {
                    open.Push(caller);
                }
            }
        }

        return false;
    }

    // Called by the framework, through a base or an interface, by reflection, or by another assembly.
    private static bool IsRoot(IMethodSymbol method, Compilation compilation) =>
        method.MethodKind is not MethodKind.Ordinary
        || method.IsVirtual || method.IsOverride || method.IsAbstract
        || !method.GetAttributes().All(static attribute => attribute.AttributeClass?.ContainingNamespace is { Name: KnownNames.Namespace })
        || method.Name is "Main" or "<Main>$" or "Configure" or "ConfigureServices" or "Invoke" or "InvokeAsync"
        || !ProgramEnd.Encloses(method, compilation)
        || IsFrameworkType(method.ContainingType)
        || ImplementsInterface(method);

    // Public methods of controllers, pages, hubs and tests are found by their shape.
    private static bool IsFrameworkType(INamedTypeSymbol type) => type.BaseType is { SpecialType: SpecialType.None }
        || !type.GetAttributes().IsEmpty
        || type.Name.EndsWith("Controller", StringComparison.Ordinal);

    private static bool ImplementsInterface(IMethodSymbol method) => !method.ExplicitInterfaceImplementations.IsEmpty
        || method.ContainingType.AllInterfaces.SelectMany(service => service.GetMembers(method.Name)).Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    // Lambdas and local functions run where their method does.
    private static ISymbol? Method(ISymbol? member)
    {
        while (member is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            member = member.ContainingSymbol;
        }

        return member is IMethodSymbol method ? Declared(method) : member;
    }

    private static IMethodSymbol Declared(IMethodSymbol method)
    {
        var original = (method.ReducedFrom ?? method).OriginalDefinition;
        return original.PartialDefinitionPart ?? original;
    }
}
