using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>What becomes of calls through an interface, by the instrumented classes of this compilation that implement it.</summary>
internal sealed class DecoratedCalls
{
    private static readonly ConditionalWeakTable<Compilation, DecoratedCalls> s_known = new();

    private readonly Compilation _compilation;
    private readonly IAssemblySymbol _core;
    private readonly ConcurrentDictionary<ISymbol, Answer> _answers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, INamedTypeSymbol[]> _types = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> _names;

    private DecoratedCalls(Compilation compilation)
    {
        _compilation = compilation;
        _core = compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly;
        _names = new(NamesOfMembers);
    }

    public static DecoratedCalls Of(Compilation compilation) => s_known.GetValue(compilation, static key => new DecoratedCalls(key));

    /// <summary>Whether some instrumented class implements the method.</summary>
    public bool Know(IMethodSymbol called, CancellationToken cancellation) => Answering(called, cancellation).IsKnown;

    /// <summary>The coverage of a call; null where no instrumented class implements the method, or the object is of another one.</summary>
    /// <param name="called">The method.</param>
    /// <param name="type">Type of the receiver as it is written.</param>
    /// <param name="receiver">The receiver; null where it is not written.</param>
    /// <param name="cancellation">Ends the look.</param>
    public CallCoverage? Decide(IMethodSymbol called, ITypeSymbol? type, IOperation? receiver, CancellationToken cancellation)
    {
        // Everything can stand behind an IDisposable.
        var service = type as INamedTypeSymbol ?? called.ContainingType;
        var answer = Answering(called, cancellation);
        if (!answer.IsKnown || SymbolEqualityComparer.Default.Equals(service.ContainingAssembly, _core))
        {
            return null;
        }

        var method = InstrumentedMembers.Declared(called);
        if (receiver is not null && ObjectOrigin.Of(receiver, cancellation) is { } origin)
        {
            return InterfaceConversions.Behind(called, origin) is not { } behind ? null
                : Weaves.Of(behind) is { } own ? CallCoverage.OfWoven(method, own, InPlaceRules.TakesTags(behind))
                : new CallCoverage(CallMeasurement.NotMeasured, method, Refusal: CallRefusal.NotFromContainer);
        }

        if (answer.Weave is { } weave)
        {
            return CallCoverage.OfWoven(method, weave, answer.LacksTags);
        }

        // It may be the class itself.
        var refusal = answer.Refusal ?? (type is ITypeParameterSymbol ? CallRefusal.TypeParameter : null);
        return new CallCoverage(refusal is null ? CallMeasurement.Decorated : CallMeasurement.NotMeasured, method, Refusal: refusal);
    }

    private Answer Answering(IMethodSymbol called, CancellationToken cancellation)
    {
        if (!InstrumentedMembers.IsInterfaceMember(called))
        {
            return default;
        }

        var member = called.ConstructedFrom;
        if (!_answers.TryGetValue(member, out var answer))
        {
            _answers[member] = answer = Ask(member, cancellation);
        }

        return answer;
    }

    private Answer Ask(IMethodSymbol member, CancellationToken cancellation)
    {
        // An abstract class has no objects; those of the classes that derive from it are decorated.
        var types = Implementations(member.Name, cancellation).Where(type => Runs(type, member)).ToList();
        var open = types.Where(type => WeaveOf(type, member) is null).ToList();
        return types.Count == 0 ? default
            : open.Count == 0 ? new Answer(IsKnown: true, null, WeaveOf(types[0], member), types.Any(type => LacksTags(type, member)))
            : open.Any(static type => type.IsAbstract || DecoratorRules.Refusal(type) is null) ? new Answer(IsKnown: true, null)
            : new Answer(IsKnown: true, CallRefusal.NoDecorator(DecoratorRules.Refusal(open[0])!));
    }

    // By name first: the compiler keeps the names of all members, and only types that have one of that name are bound.
    private INamedTypeSymbol[] Implementations(string name, CancellationToken cancellation)
    {
        if (!_names.Value.Contains(name))
        {
            return [];
        }

        // Each search goes through all types of the program, and the members of one name are many: those of `IEnumerable<T>` for each T.
        if (!_types.TryGetValue(name, out var types))
        {
            _types[name] = types =
            [
                .. _compilation.GetSymbolsWithName(found => Simple(found) == name, SymbolFilter.Member, cancellation)
                    .OfType<IMethodSymbol>()
                    .Where(InstrumentedMembers.IsAnnotated)
                    .Select(static method => method.ContainingType)
                    .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default),
            ];
        }

        return types;
    }

    private HashSet<string> NamesOfMembers()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var _ in _compilation.GetSymbolsWithName(found => names.Add(Simple(found)) && false, SymbolFilter.Member))
        {
            // It asks for each name and finds nothing.
        }

        return names;
    }

    // An explicit implementation has the interface in its name.
    private static string Simple(string name) => name.LastIndexOf('.') is > 0 and var dot ? name.Substring(dot + 1) : name;

    private static bool Runs(INamedTypeSymbol type, IMethodSymbol member) => Behind(type, member) is not null;

    private static IMethodSymbol? Behind(INamedTypeSymbol type, IMethodSymbol member) =>
        type.AllInterfaces.SelectMany(static service => service.GetMembers())
            .Where(each => Is(each, member))
            .Select(each => InterfaceConversions.Behind(each, type))
            .FirstOrDefault(static method => method is not null);

    private static Weave? WeaveOf(INamedTypeSymbol type, IMethodSymbol member) => Behind(type, member) is { } method ? Weaves.Of(method) : null;

    // A decorator hands over what the method's own builder does not see.
    private static bool LacksTags(INamedTypeSymbol type, IMethodSymbol member) =>
        Behind(type, member) is { } method && InPlaceRules.TakesTags(method) && !(InPlaceRules.HasHandOver(method) && (type.IsAbstract || DecoratorRules.Refusal(type) is null));

    // In generic code, `IStore<T>` may be the `IStore<Order>` that is decorated, and `IStore<Order>` that of a generic class.
    private static bool Is(ISymbol implemented, IMethodSymbol member) =>
        SymbolEqualityComparer.Default.Equals(implemented, member)
        || ((IsOpen(member.ContainingType) || IsOpen(implemented.ContainingType)) && SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, member.OriginalDefinition));

    private static bool IsOpen(INamedTypeSymbol type) => type.TypeArguments.Any(static argument => argument is ITypeParameterSymbol);

    private readonly record struct Answer(bool IsKnown, CallRefusal? Refusal, Weave? Weave = null, bool LacksTags = false);
}
