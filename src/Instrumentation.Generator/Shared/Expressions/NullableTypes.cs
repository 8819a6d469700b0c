using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Nullable value types and annotated reference types seen as one thing.</summary>
internal static class NullableTypes
{
    /// <summary><c>T</c> for <c>T?</c> of a value type, the type itself otherwise.</summary>
    public static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>Whether a value of the type can be <see langword="null"/>, as far as the annotations say; oblivious code says yes.</summary>
    public static bool CanBeNull(ITypeSymbol type) =>
        type.IsValueType
            ? type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            : type.NullableAnnotation != NullableAnnotation.NotAnnotated;
}
