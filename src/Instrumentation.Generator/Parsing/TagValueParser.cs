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
    private const int MaxBound = 10_000;

    public static TagTarget? Parse(string name, string identifier, ExpressionModel source, ITypeSymbol type, AttributeData attribute)
    {
        var bound = attribute.Number("MaxValues", 0);
        if (bound > 0)
        {
            var bounded = type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.Annotated) : type;
            return bound > MaxBound ? null : new TagTarget(name, identifier, source, default, default, HasOther: true, bound, SymbolText.Of(bounded));
        }

        var underlying = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        var arms = attribute.Elements("Values") is { } values
            ? Declared(values.Select(static value => value.Value as string ?? string.Empty), underlying)
            : Known(underlying);
        if (arms is null)
        {
            return null;
        }

        var texts = new List<string>();
        var indexed = new List<TagArm>();
        foreach (var (pattern, text) in arms)
        {
            indexed.Add(new TagArm(pattern, IndexOf(text, texts)));
        }

        // A missing value is a value of the set: null, or a result that never came.
        if (source.UsesResult || underlying.IsReferenceType || !SymbolEqualityComparer.Default.Equals(underlying, type))
        {
            var none = IndexOf("none", texts);
            if (underlying.IsReferenceType || !SymbolEqualityComparer.Default.Equals(underlying, type))
            {
                indexed.Add(new TagArm("null", none));
            }
        }

        var exhaustive = underlying.SpecialType == SpecialType.System_Boolean && !source.CanThrow;
        return new TagTarget(name, identifier, source, texts.ToEquatable(), indexed.ToEquatable(), !exhaustive, 0, null);
    }

    private static int IndexOf(string text, List<string> texts)
    {
        var index = texts.IndexOf(text);
        if (index < 0)
        {
            index = texts.Count;
            texts.Add(text);
        }

        return index;
    }

    private static IEnumerable<(string Pattern, string Text)>? Known(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Boolean } => [("false", "false"), ("true", "true")],
        INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration => EnumMembers(enumeration),
        _ => null,
    };

    // Two members with one value are one pattern: the first names it.
    private static IEnumerable<(string Pattern, string Text)> EnumMembers(INamedTypeSymbol type) =>
        TagValues.Members(type).Select(member => ($"{SymbolText.Of(type)}.{SymbolText.Identifier(member.Field.Name)}", member.Text));

    private static IEnumerable<(string Pattern, string Text)>? Declared(IEnumerable<string> values, ITypeSymbol type)
    {
        var distinct = values.Distinct(StringComparer.Ordinal);
        return type.SpecialType switch
        {
            SpecialType.System_String => distinct.Select(static value => (SymbolDisplay.FormatLiteral(value, quote: true), value)),
            >= SpecialType.System_SByte and <= SpecialType.System_UInt64 => distinct
                .Where(static value => decimal.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                .Select(static value => (value, value)),
            _ => null,
        };
    }
}
