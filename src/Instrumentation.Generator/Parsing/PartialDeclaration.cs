using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Declares a user's type or parameter again, in another part of the type.</summary>
internal static class PartialDeclaration
{
    /// <summary>A parameter. A <c>params</c> span is scoped without saying so.</summary>
    public static string Parameter(IParameterSymbol parameter, ParameterModel known) =>
        parameter.IsParams ? $"params {known.Type} {known.Name}"
        : parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } } ? "this " + known.Declaration
        : known.Declaration;

    /// <summary>The type and those around it, outermost first.</summary>
    public static IEnumerable<string> Types(INamedTypeSymbol? type, bool isUnsafe)
    {
        if (type is null)
        {
            return [];
        }

        var keyword = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct } => type.IsRecord ? "record struct" : "struct",
            _ => type.IsRecord ? "record" : "class",
        };
        var header = $"{(isUnsafe ? "unsafe " : string.Empty)}partial {keyword} {SymbolText.Identifier(type.Name)}{SymbolText.VariantTypeParameters(type.TypeParameters)}";
        return Types(type.ContainingType, isUnsafe: false).Concat([header]);
    }
}
