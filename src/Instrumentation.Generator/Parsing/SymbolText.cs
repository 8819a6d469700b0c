using System.Text;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Parsing;

/// <summary>Writes symbols as C# that compiles anywhere.</summary>
internal static class SymbolText
{
    private static readonly SymbolDisplayFormat s_full = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat s_named = s_full.WithGenericsOptions(SymbolDisplayGenericsOptions.None);

    private static readonly SymbolDisplayFormat s_simple = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithGenericsOptions(SymbolDisplayGenericsOptions.None)
        .WithMemberOptions(SymbolDisplayMemberOptions.None)
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.None);

    /// <summary>A type, fully qualified, with its nullable annotations.</summary>
    public static string Of(ITypeSymbol type) => type.ToDisplayString(s_full);

    /// <summary>A type as <c>typeof</c> names it where its type parameters are not known: <c>global::N.IStore&lt;&gt;</c>.</summary>
    public static string Open(INamedTypeSymbol type) => IsOpen(type) ? Of(type.ConstructUnboundGenericType()) : Of(type);

    /// <summary>A type, fully qualified, without type arguments.</summary>
    public static string Named(INamedTypeSymbol type) => type.ToDisplayString(s_named);

    /// <summary>The type with <c>object</c> for <c>dynamic</c>, which an interface's type argument may not be.</summary>
    public static string Erased(ITypeSymbol type) =>
        string.Concat(type.ToDisplayParts(s_full).Select(static part => part is { Kind: SymbolDisplayPartKind.Keyword } && part.ToString() == "dynamic" ? "object" : part.ToString()));

    /// <summary>A namespace's or member's name, with <c>@</c> where it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>A type's name for people, with its containing types: <c>Outer.Inner</c>.</summary>
    public static string Display(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Display(outer) + "." + type.Name : type.Name;

    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        IPointerTypeSymbol pointer => IsOpen(pointer.PointedAtType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || (named.ContainingType is { } outer && IsOpen(outer)),
        _ => false,
    };

    /// <summary>The metadata name, for names of generated files.</summary>
    public static string Metadata(INamedTypeSymbol type)
    {
        var own = type.ContainingType is { } outer ? Metadata(outer) + "." + type.MetadataName : type.MetadataName;
        return type.ContainingType is null && TypeNames.Namespace(type) is { } space ? space.Replace("@", string.Empty) + "." + own : own;
    }

    public static string Simple(ISymbol symbol) => symbol.ToDisplayString(s_simple);

    /// <summary><c>&lt;T, TKey&gt;</c>, or nothing.</summary>
    public static string TypeParameters(IEnumerable<ITypeParameterSymbol> parameters)
    {
        var names = string.Join(", ", parameters.Select(static parameter => Identifier(parameter.Name)));
        return names.Length == 0 ? string.Empty : $"<{names}>";
    }

    /// <summary>The same where they are declared, with what they ask of the trimmer.</summary>
    public static string DeclaredTypeParameters(IEnumerable<ITypeParameterSymbol> parameters)
    {
        var names = string.Join(", ", parameters.Select(static parameter => TrimmingContract.Of(parameter) + Identifier(parameter.Name)));
        return names.Length == 0 ? string.Empty : $"<{names}>";
    }

    /// <summary><c>&lt;in T, out TKey&gt;</c>, or nothing: as another part of the type declares them.</summary>
    public static string VariantTypeParameters(IEnumerable<ITypeParameterSymbol> parameters)
    {
        var names = string.Join(", ", parameters.Select(static parameter => parameter.Variance switch
        {
            VarianceKind.In => "in ",
            VarianceKind.Out => "out ",
            _ => string.Empty,
        } + Identifier(parameter.Name)));
        return names.Length == 0 ? string.Empty : $"<{names}>";
    }

    /// <summary>The constraints, each with a leading blank.</summary>
    public static string Constraints(IEnumerable<ITypeParameterSymbol> parameters)
    {
        var text = new StringBuilder();
        foreach (var parameter in parameters)
        {
            var parts = ConstraintParts(parameter).ToList();
            if (parts.Count > 0)
            {
                text.Append(" where ").Append(Identifier(parameter.Name)).Append(" : ").Append(string.Join(", ", parts));
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> ConstraintParts(ITypeParameterSymbol parameter)
    {
        if (parameter.HasUnmanagedTypeConstraint)
        {
            yield return "unmanaged";
        }
        else if (parameter.HasValueTypeConstraint)
        {
            yield return "struct";
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            yield return parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class";
        }
        else if (parameter.HasNotNullConstraint)
        {
            yield return "notnull";
        }

        foreach (var type in parameter.ConstraintTypes)
        {
            yield return Of(type);
        }

        if (parameter.HasConstructorConstraint)
        {
            yield return "new()";
        }

        if (parameter.AllowsRefLikeType)
        {
            yield return "allows ref struct";
        }
    }
}
