using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Turns an interface's member into a decorator's.</summary>
internal static class DecoratorMemberParser
{
    // Not by the bare name: a parameter may have it.
    private const string Inner = "this._inner";

    public static IEnumerable<DecoratorMember> Parse(ISymbol member, IReadOnlyDictionary<ISymbol, MemberWrapper> wrappers, ISet<string> hidden) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => [Method(method, wrappers, hidden)],
        IPropertySymbol property => [Property(property)],
        IEventSymbol happening => [Event(happening)],
        _ => [],
    };

    private static DecoratorMember Method(IMethodSymbol method, IReadOnlyDictionary<ISymbol, MemberWrapper> wrappers, ISet<string> hidden)
    {
        var signature = SignatureParser.Parse(method, Inner);
        var owner = SymbolText.Of(method.ContainingType);
        var parameters = string.Join(", ", signature.Parameters.Select(static parameter => parameter.Repeated));
        var arguments = string.Join(", ", signature.Parameters.Select(static parameter => parameter.Argument));

        // A public method shares its name with the class's own; that of an explicit implementation is the interface's in full, and is written into the assembly.
        var (access, named) = method.IsGenericMethod || method.DeclaredAccessibility != Accessibility.Public || hidden.Contains(method.Name) ? (string.Empty, $"{owner}.{signature.Name}") : ("public ", signature.Name);
        var declaration = $"{access}{(signature.IsUnsafe ? "unsafe " : string.Empty)}{signature.ReturnType} {named}{SymbolText.DeclaredTypeParameters(method.TypeParameters)}({parameters}){Constraints(method)}";
        if (wrappers.TryGetValue(method, out var wrapper))
        {
            var all = arguments.Length == 0 ? Inner : $"{Inner}, {arguments}";
            return new DecoratorMember(declaration, DecoratorMemberKind.Method, $"{signature.ReturnModifier}{wrapper.Name}{TypeArguments(wrapper, method)}({all})", null);
        }

        var kind = (owner, method.Name) switch
        {
            ("global::System.IDisposable", "Dispose") => DecoratorMemberKind.Dispose,
            ("global::System.IAsyncDisposable", "DisposeAsync") => DecoratorMemberKind.DisposeAsync,
            _ => DecoratorMemberKind.Method,
        };
        return new DecoratorMember(declaration, kind, $"{signature.ReturnModifier}{On(owner)}.{signature.Name}{signature.OwnTypeParameters}({arguments})", null);
    }

    private static DecoratorMember Property(IPropertySymbol property)
    {
        var owner = SymbolText.Of(property.ContainingType);
        var (declared, modifier) = property.RefKind switch
        {
            RefKind.Ref => ("ref ", "ref "),
            RefKind.RefReadOnly => ("ref readonly ", "ref "),
            _ => (string.Empty, string.Empty),
        };
        var name = SymbolText.Identifier(property.Name);
        var type = declared + SymbolText.Of(property.Type);
        var parameters = string.Join(", ", property.Parameters.Select(static parameter => $"{(parameter.RefKind == RefKind.In ? "in " : string.Empty)}{SymbolText.Of(parameter.Type)} {SymbolText.Identifier(parameter.Name)}"));
        var arguments = string.Join(", ", property.Parameters.Select(static parameter => SymbolText.Identifier(parameter.Name)));
        var declaration = property.IsIndexer ? $"{type} {owner}.this[{parameters}]" : $"{type} {owner}.{name}";
        var access = property.IsIndexer ? $"{On(owner)}[{arguments}]" : $"{On(owner)}.{name}";
        return new DecoratorMember(
            TrimmingContract.Of(property) + declaration,
            DecoratorMemberKind.Property,
            property.GetMethod is null ? null : modifier + access,
            property.SetMethod is null ? null : $"{access} = value");
    }

    private static DecoratorMember Event(IEventSymbol happening)
    {
        var owner = SymbolText.Of(happening.ContainingType);
        var name = SymbolText.Identifier(happening.Name);
        return new DecoratorMember(
            $"event {SymbolText.Of(happening.Type)} {owner}.{name}",
            DecoratorMemberKind.Event,
            $"{On(owner)}.{name} += value",
            $"{On(owner)}.{name} -= value");
    }

    // Those of the containing types in front, as the wrapper declares them.
    private static string TypeArguments(MemberWrapper wrapper, IMethodSymbol method)
    {
        var all = string.Join(", ", wrapper.TypeArguments.Concat(method.TypeParameters.Select(static parameter => SymbolText.Identifier(parameter.Name))));
        return all.Length == 0 ? string.Empty : $"<{all}>";
    }

    private static string On(string owner) => $"(({owner}){Inner})";

    // An explicit implementation inherits the constraints; it only repeats what tells `T?` of a class from `T?` of a struct.
    private static string Constraints(IMethodSymbol method) => string.Concat(method.TypeParameters.Select(static parameter =>
        $" where {SymbolText.Identifier(parameter.Name)} : {(parameter.HasValueTypeConstraint ? "struct" : parameter.IsReferenceType ? "class" : "default")}"));
}
