using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>How many values a tag has in the series of a metric.</summary>
internal static class TagSize
{
    /// <summary>The number, and the values; null where the tag is left out.</summary>
    public static SeriesFactor? Of(TagDeclaration tag, IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        var name = tag.Name!;
        if (tag.IsConstant)
        {
            return SeriesFactor.Of(name, [tag.Attribute.Text("Value") ?? string.Empty]);
        }

        var values = tag.Attribute.Elements("Values")?.Select(static value => value.Value as string ?? string.Empty).ToList();
        var maxValues = tag.Attribute.Number("MaxValues", 0);
        if (tag.Attribute.Text("From") is { } text)
        {
            return tag.Attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
                && TagExpressionBinder.Bind(TreeModels.Of(compilation, syntax.SyntaxTree), method, syntax, text, cancellation) is { IsBound: true, Type: { } bound } expression
                ? expression.HasConstant ? SeriesFactor.Of(name, [Convert.ToString(expression.ConstantValue, CultureInfo.InvariantCulture) ?? string.Empty])
                    : Factor(name, TagBoundReader.Read(expression, values, maxValues), bound, expression.UsesResult, expression.CanThrow, InPlaceRules.IsHandedOver(method, expression.UsesResult, expression))
                : null;
        }

        return tag.Of switch
        {
            IParameterSymbol { RefKind: not RefKind.Out } parameter =>
                Factor(name, TagBoundReader.Read(parameter.Type, values, maxValues), parameter.Type, usesResult: false, canThrow: false, InPlaceRules.IsHandedOver(method, usesResult: false, null)),
            IMethodSymbol when new TagExpressionScope(method).ResultType is { } result => Factor(name, TagBoundReader.Read(result, values, maxValues), result, usesResult: true, canThrow: false, isHandedOver: false),
            _ => null,
        };
    }

    /// <summary>The texts of a closed set as its series show them, without <c>other</c>.</summary>
    public static ImmutableArray<string> Texts(TagBound bound, bool usesResult)
    {
        // A result that never comes is a value of the set.
        var texts = bound.Texts;
        return usesResult && !texts.Contains(TagBound.None) ? texts.Add(TagBound.None) : texts;
    }

    /// <summary>Whether <c>other</c> follows: a bool has no other value than its own, but an expression that throws gives none of them.</summary>
    public static bool HasOther(ITypeSymbol type, bool canThrow) => NullableTypes.Underlying(type).SpecialType != SpecialType.System_Boolean || canThrow;

    private static SeriesFactor? Factor(string name, TagBound bound, ITypeSymbol type, bool usesResult, bool canThrow, bool isHandedOver) => bound.Kind switch
    {
        TagBoundKind.Closed => SeriesFactor.Of(name, Texts(bound, usesResult).Concat(HasOther(type, canThrow) ? [TagBound.Other] : []).Concat(isHandedOver ? [TagBound.Unknown] : [])),
        TagBoundKind.Bounded when bound.MaxValues <= TagValueRule.MaxBound && TagValueRule.CanHold(type) => new SeriesFactor(name, bound.MaxValues + (isHandedOver ? 3 : 2), null),
        _ => null,
    };
}
