using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Reads our attributes.</summary>
internal static class AttributeReader
{
    public static IEnumerable<AttributeData> All(this ISymbol symbol, string metadataName) => symbol.GetAttributes().All(metadataName);

    public static IEnumerable<AttributeData> All(this ImmutableArray<AttributeData> attributes, string metadataName) =>
        attributes.Where(attribute => attribute.Is(metadataName));

    public static AttributeData? First(this ISymbol symbol, string metadataName) => symbol.All(metadataName).FirstOrDefault();

    /// <summary>Whether the attribute stands on the symbol itself.</summary>
    public static bool Has(this ISymbol symbol, AttributeData attribute) => symbol.GetAttributes().Contains(attribute);

    /// <summary>The name given to the constructor; null where none was.</summary>
    public static string? Name(this AttributeData attribute) =>
        attribute.ConstructorArguments.FirstOrDefault().Value as string;

    public static string? Text(this AttributeData attribute, string property) => attribute.Argument(property)?.Value as string;

    public static ITypeSymbol? Type(this AttributeData attribute, string property) => attribute.Argument(property)?.Value as ITypeSymbol;

    public static bool Flag(this AttributeData attribute, string property, bool otherwise) =>
        attribute.Argument(property)?.Value is bool value ? value : otherwise;

    public static int Number(this AttributeData attribute, string property, int otherwise) =>
        attribute.Argument(property)?.Value is int value ? value : otherwise;

    /// <summary>The elements of an array; null where it was not given or is malformed.</summary>
    public static ImmutableArray<TypedConstant>? Elements(this AttributeData attribute, string property) =>
        attribute.Argument(property) is { Kind: TypedConstantKind.Array, IsNull: false } array ? array.Values : null;

    private static TypedConstant? Argument(this AttributeData attribute, string property)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == property)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
