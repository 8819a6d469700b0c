using System.Globalization;
using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Parsing;

/// <summary>Decides how a value becomes the index of a tag value; null where the value set has no bound, which rule INS2001 reports.</summary>
internal static class TagValueParser
{
    public static TagTarget? Parse(string name, string identifier, ParsedExpression source, AttributeData attribute, bool isOfType)
    {
        var values = attribute.Elements("Values")?.Select(static value => value.Value as string ?? string.Empty).ToList();
        var maxValues = attribute.Number("MaxValues", 0);
        var bound = source.Bound is { } expression ? TagBoundReader.Read(expression, values, maxValues) : TagBoundReader.Read(source.Type, values, maxValues);
        return bound.Kind switch
        {
            TagBoundKind.Closed when source.Bound is { HasConstant: true } => new TagTarget(name, identifier, null, bound.Texts.ToEquatable(), default, HasOther: false, 0, null, isOfType),
            TagBoundKind.Closed => Closed(name, identifier, source, bound, isOfType),
            TagBoundKind.Bounded when maxValues <= TagValueRule.MaxBound && TagValueRule.CanHold(source.Type) =>
                new TagTarget(name, identifier, source.Model, default, default, HasOther: true, maxValues, SymbolText.Of(Nullable(source.Type)), isOfType),
            _ => null,
        };
    }

    private static TagTarget? Closed(string name, string identifier, ParsedExpression source, TagBound bound, bool isOfType)
    {
        var type = NullableTypes.Underlying(source.Type);
        var texts = TagSize.Texts(bound, source.Model.UsesResult).ToList();
        var arms = bound.Values.Select(value => (Pattern: Pattern(value, type), Index: texts.IndexOf(value.Text))).Where(static arm => arm.Pattern is not null).ToList();
        if (arms.Count == 0)
        {
            return null;
        }

        var hasOther = TagSize.HasOther(source.Type, source.Model.CanThrow);
        return new TagTarget(name, identifier, source.Model, texts.ToEquatable(), arms.Select(static arm => new TagArm(arm.Pattern!, arm.Index)).ToEquatable(), hasOther, 0, null, isOfType)
        {
            IsNumbered = texts.Count == arms.Count && IsEnumOfInt(source.Type) && arms.Select((arm, i) => arm.Index == i && Convert.ToInt64(bound.Values[i].Constant, CultureInfo.InvariantCulture) == i).All(static same => same),
        };
    }

    private static bool IsEnumOfInt(ITypeSymbol type) =>
        type is INamedTypeSymbol { EnumUnderlyingType.SpecialType: not (SpecialType.System_Int64 or SpecialType.System_UInt64) };

    private static string? Pattern(TagBoundValue value, ITypeSymbol type) => value switch
    {
        { Member: { } member } => $"{SymbolText.Of(type)}.{SymbolText.Identifier(member)}",
        { Constant: null } => "null",
        { Constant: bool flag } => flag ? "true" : "false",
        { Constant: string text } when type.SpecialType == SpecialType.System_String => SymbolDisplay.FormatLiteral(text, quote: true),
        { Constant: string text } when TagValueRule.IsInteger(type) && TagValueRule.IsNumber(text) => text,
        _ => null,
    };

    private static ITypeSymbol Nullable(ITypeSymbol type) => type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.Annotated) : type;
}
