using System.Text;
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

    private static readonly SymbolDisplayFormat s_simple = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithGenericsOptions(SymbolDisplayGenericsOptions.None)
        .WithMemberOptions(SymbolDisplayMemberOptions.None)
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.None);

    /// <summary>A type, fully qualified, with its nullable annotations.</summary>
    public static string Of(ITypeSymbol type) => type.ToDisplayString(s_full);

    /// <summary>The type with <c>object</c> for <c>dynamic</c>, which an interface's type argument may not be.</summary>
    public static string Erased(ITypeSymbol type) =>
        string.Concat(type.ToDisplayParts(s_full).Select(static part => part is { Kind: SymbolDisplayPartKind.Keyword } && part.ToString() == "dynamic" ? "object" : part.ToString()));

    /// <summary>A namespace's or member's name, with <c>@</c> where it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    public static string? Namespace(ISymbol symbol) =>
        symbol.ContainingNamespace is { IsGlobalNamespace: false } found
            ? found.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted))
            : null;

    /// <summary>A type's name for people, with its containing types: <c>Outer.Inner</c>.</summary>
    public static string Display(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Display(outer) + "." + type.Name : type.Name;

    /// <summary>A type's name as part of an identifier, with its containing types and arity: <c>Outer_Inner2</c>.</summary>
    public static string Stem(INamedTypeSymbol type)
    {
        if (type is { ContainingType: null, Arity: 0 })
        {
            return type.Name;
        }

        // A type of that very name has the better right to it.
        var stem = type.ContainingType is null ? type.Name + type.Arity : NestedStem(type);
        return type.ContainingNamespace.GetTypeMembers(stem, 0).IsEmpty ? stem : stem + "_";
    }

    // Separators in names are doubled and digits at their end closed off, so that no two chains of names give one text.
    private static string NestedStem(INamedTypeSymbol type)
    {
        var name = type.Name.Replace("_", "__");
        var own = type.Arity > 0 ? name + type.Arity : char.IsDigit(name[name.Length - 1]) ? name + "_0" : name;
        return type.ContainingType is { } outer ? NestedStem(outer) + "_" + own : own;
    }

    /// <summary>The metadata name, for names of generated files.</summary>
    public static string Metadata(INamedTypeSymbol type)
    {
        var own = type.ContainingType is { } outer ? Metadata(outer) + "." + type.MetadataName : type.MetadataName;
        return type.ContainingType is null && Namespace(type) is { } space ? space.Replace("@", string.Empty) + "." + own : own;
    }

    public static string Simple(ISymbol symbol) => symbol.ToDisplayString(s_simple);

    /// <summary><c>&lt;T, TKey&gt;</c>, or nothing.</summary>
    public static string TypeParameters(IEnumerable<ITypeParameterSymbol> parameters)
    {
        var names = string.Join(", ", parameters.Select(static parameter => Identifier(parameter.Name)));
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
