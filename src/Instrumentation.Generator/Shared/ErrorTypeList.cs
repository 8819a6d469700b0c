using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>The types of an <c>[ErrorTypes]</c>. The generator leaves out what is refused here; the analyzers say why.</summary>
internal static class ErrorTypeList
{
    private const string DefaultTag = "error_type";

    /// <summary>The attribute that speaks of the method: its own, or its type's. Null where none does or where it lists nothing that can be told apart.</summary>
    public static AttributeData? Declared(IMethodSymbol method) =>
        (method.First(KnownNames.ErrorTypesAttribute) ?? method.ContainingType.First(KnownNames.ErrorTypesAttribute)) is { } attribute && Types(attribute).Count > 0 ? attribute : null;

    /// <summary>Name of the tag.</summary>
    public static string Tag(AttributeData attribute) => attribute.Text("Tag") ?? DefaultTag;

    /// <summary>The types that can be told apart, derived ones before their bases, so that the nearest one names an exception.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Types(AttributeData attribute) =>
    [
        .. Listed(attribute)
            .OfType<INamedTypeSymbol>()
            .Where(static type => Refusal(type) is null)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .OrderByDescending(static type => Depth(type)),
    ];

    /// <summary>What the attribute lists, as it is written.</summary>
    public static IEnumerable<ITypeSymbol> Listed(AttributeData attribute) =>
        attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false } types
            ? types.Values.Select(static type => type.Value).OfType<ITypeSymbol>()
            : [];

    /// <summary>The value of each type: its name, in full where another type has the same.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<INamedTypeSymbol> types) =>
        [.. types.Select(type => types.Count(other => other.Name == type.Name) > 1 ? type.ToDisplayString() : type.Name)];

    /// <summary>Why exceptions of the type cannot be told; null where they can.</summary>
    public static string? Refusal(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => null,
        _ when !IsException(type) => "it is not an exception",
        INamedTypeSymbol { IsUnboundGenericType: true } => "an open generic type has no instances",
        _ when !TargetRules.IsReachable(type) => "generated code cannot name it; make it internal or public",
        _ => null,
    };

    public static bool IsException(ITypeSymbol? type) => type is not null && (type.ToDisplayString() == "System.Exception" || IsException(type.BaseType));

    private static int Depth(ITypeSymbol? type) => type is null ? 0 : 1 + Depth(type.BaseType);
}
