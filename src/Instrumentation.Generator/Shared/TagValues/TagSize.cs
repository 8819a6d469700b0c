using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>How many values a tag has in the series of a metric.</summary>
internal static class TagSize
{
    /// <summary>The number; null where the tag is left out.</summary>
    public static int? Of(TagDeclaration tag, IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        if (tag.IsConstant)
        {
            return 1;
        }

        var values = tag.Attribute.Elements("Values")?.Select(static value => value.Value as string ?? string.Empty).ToList();
        var maxValues = tag.Attribute.Number("MaxValues", 0);
        if (tag.Attribute.Text("From") is { } text)
        {
            return tag.Attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
                && TagExpressionBinder.Bind(TreeModels.Of(compilation, syntax.SyntaxTree), method, syntax, text, cancellation) is { IsBound: true, Type: { } bound } expression
                ? expression.HasConstant ? 1 : Count(TagBoundReader.Read(expression, values, maxValues), bound, expression.UsesResult, expression.CanThrow)
                : null;
        }

        return tag.Of switch
        {
            IParameterSymbol { RefKind: not RefKind.Out } parameter => Count(TagBoundReader.Read(parameter.Type, values, maxValues), parameter.Type, usesResult: false, canThrow: false),
            IMethodSymbol when new TagExpressionScope(method).ResultType is { } result => Count(TagBoundReader.Read(result, values, maxValues), result, usesResult: true, canThrow: false),
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

    private static int? Count(TagBound bound, ITypeSymbol type, bool usesResult, bool canThrow) => bound.Kind switch
    {
        TagBoundKind.Closed => Texts(bound, usesResult).Length + (HasOther(type, canThrow) ? 1 : 0),
        TagBoundKind.Bounded when bound.MaxValues <= TagValueRule.MaxBound && TagValueRule.CanHold(type) => bound.MaxValues + 2,
        _ => null,
    };
}
