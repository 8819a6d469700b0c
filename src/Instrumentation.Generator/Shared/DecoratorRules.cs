using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Which classes can stand behind a decorator. The generator makes none where something is refused here; the analyzers say why.</summary>
internal static class DecoratorRules
{
    /// <summary>Why a class cannot be decorated; null where it can.</summary>
    public static string? Refusal(INamedTypeSymbol type)
    {
        if (type is not { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false })
        {
            return "only an object of a class can stand behind a decorator";
        }

        if (!TargetRules.IsReachable(type))
        {
            return "generated code cannot name the class; make it internal or public";
        }

        if (IsGeneric(type))
        {
            return "the container cannot wrap an open generic class";
        }

        return type.AllInterfaces.Select(Refusal).FirstOrDefault(static reason => reason is not null);

        static string? Refusal(INamedTypeSymbol service) =>
            !TargetRules.IsReachable(service) ? $"generated code cannot name its interface '{service.Name}'"
            : service.GetMembers().FirstOrDefault(static member => !CanForward(member)) is { } member ? $"'{service.Name}.{member.Name}' cannot be forwarded"
            : null;
    }

    /// <summary>Whether a class implements the member; the rest is the interface's own: private and sealed members, and what it implements of its bases.</summary>
    public static bool IsImplemented(ISymbol member) => (member.IsAbstract || member.IsVirtual) && member.DeclaredAccessibility != Accessibility.Private;

    // What may only be set while the object is made cannot be forwarded, and a static member has no object.
    private static bool CanForward(ISymbol member) =>
        member is INamedTypeSymbol
        || !IsImplemented(member)
        || (!member.IsStatic && TargetRules.IsReachable(member) && member is not IPropertySymbol { SetMethod.IsInitOnly: true });

    private static bool IsGeneric(INamedTypeSymbol type) => type.IsGenericType || (type.ContainingType is { } outer && IsGeneric(outer));
}
