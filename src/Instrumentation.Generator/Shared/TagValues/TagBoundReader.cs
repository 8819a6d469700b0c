using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Decides the value set of a tag: from its type, its constant and what the attribute declares.</summary>
internal static class TagBoundReader
{
    /// <summary>The set of a parameter, a return value or any value of which only the type is known.</summary>
    /// <param name="type">Type of the value, with its nullable annotation.</param>
    /// <param name="values"><c>Values</c> of the attribute.</param>
    /// <param name="maxValues"><c>MaxValues</c> of the attribute; 0 for none.</param>
    public static TagBound Read(ITypeSymbol type, IReadOnlyList<string>? values, int maxValues)
    {
        var underlying = NullableTypes.Underlying(type);
        var hasNone = NullableTypes.CanBeNull(type);
        if (underlying is INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum)
        {
            return TagBound.Closed(EnumValues(@enum), hasNone);
        }

        if (underlying.SpecialType == SpecialType.System_Boolean)
        {
            return TagBound.Closed([new TagBoundValue("false", false), new TagBoundValue("true", true)], hasNone);
        }

        if (values is { Count: > 0 })
        {
            return TagBound.Closed([.. values.Distinct(StringComparer.Ordinal).Select(value => new TagBoundValue(value, value))], hasNone);
        }

        return maxValues > 0 ? TagBound.Bounded(maxValues, hasNone) : TagBound.Unbounded(UnboundedReason.Of(underlying));
    }

    /// <summary>The set of an expression: that of its constant, of the constants it chooses from, or of its type.</summary>
    public static TagBound Read(BoundTagExpression expression, IReadOnlyList<string>? values, int maxValues)
    {
        var type = expression.Type ?? throw new ArgumentException("The expression is not bound.", nameof(expression));
        if (expression.HasConstant)
        {
            return expression.ConstantValue is null
                ? TagBound.Closed([], hasNone: true)
                : TagBound.Closed([ConstantOf(type, expression.ConstantValue)], hasNone: false);
        }

        // Declared values win over the constants in sight: they are what the reader of the attribute sees.
        if (expression.Texts.IsDefault || values is { Count: > 0 })
        {
            return Read(type, values, maxValues);
        }

        return TagBound.Closed(
            [.. expression.Texts.Where(text => text is not null).Select(text => new TagBoundValue(text!, text))],
            expression.Texts.Contains(null));
    }

    /// <summary>The set of a constant given as text: <c>[Tag("repository", Value = "schema")]</c>.</summary>
    public static TagBound OfConstant(string value) => TagBound.Closed([new TagBoundValue(value, value)], hasNone: false);

    private static TagBoundValue ConstantOf(ITypeSymbol type, object constant) => constant switch
    {
        _ when type is INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum =>
            EnumValues(@enum).FirstOrDefault(value => Equals(value.Constant, constant)) ?? new TagBoundValue(TagBound.Other, constant),
        bool flag => new TagBoundValue(flag ? "true" : "false", flag),
        _ => new TagBoundValue(Convert.ToString(constant, CultureInfo.InvariantCulture), constant),
    };

    // Aliases share a number, so only the first of them can be told apart.
    private static ImmutableArray<TagBoundValue> EnumValues(INamedTypeSymbol type)
    {
        var seen = new HashSet<object>();
        return
        [
            .. type.GetMembers().OfType<IFieldSymbol>()
                .Where(member => member.HasConstantValue && member.ConstantValue is not null && seen.Add(member.ConstantValue))
                .Select(member => new TagBoundValue(TextOf(member), member.ConstantValue, member.Name)),
        ];
    }

    private static string TextOf(IFieldSymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (string.Equals(attribute.AttributeClass?.ToDisplayString(), KnownNames.TagValueAttribute, StringComparison.Ordinal)
                && attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is string text)
            {
                return text;
            }
        }

        return SnakeCase.Of(member.Name);
    }
}
