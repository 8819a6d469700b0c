using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Whether a tag's values can be told apart as its attribute says. A tag without a bound is another rule's.</summary>
internal static class TagValueRule
{
    /// <summary>The most series that a bounded tag may give.</summary>
    public const int MaxBound = 10_000;

    /// <summary>Why they cannot; null where they can.</summary>
    /// <param name="type">Type of the value.</param>
    /// <param name="values"><c>Values</c> of the attribute.</param>
    /// <param name="maxValues"><c>MaxValues</c> of the attribute; 0 for none.</param>
    public static string? WhyNot(ITypeSymbol type, IReadOnlyList<string>? values, int maxValues)
    {
        var underlying = NullableTypes.Underlying(type);
        if (underlying is { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Boolean })
        {
            return values is null && maxValues == 0 ? null : $"has the values of its type '{SymbolText.Short(underlying)}'; leave Values and MaxValues out";
        }

        if (values is { Count: > 0 })
        {
            return WhyNot(underlying, values);
        }

        return maxValues > MaxBound ? "can have at most 10,000 values; lower MaxValues"
            : maxValues > 0 && !CanHold(type) ? $"is left out: generated code cannot name its type '{SymbolText.Short(type)}'; make it internal or public, or write a text with From"
            : null;
    }

    // The table of a bounded tag stands outside of the user's types, so it can only name what is reachable from there.
    public static bool CanHold(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol named => TargetRules.IsReachable(named) && named.TypeArguments.All(CanHold),
        IArrayTypeSymbol array => CanHold(array.ElementType),
        _ => false,
    };

    public static bool IsInteger(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    /// <summary>Whether the text is a number that a declared value of an integer can be.</summary>
    public static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static string? WhyNot(ITypeSymbol type, IReadOnlyList<string> values)
    {
        if (type.SpecialType != SpecialType.System_String && !IsInteger(type))
        {
            return $"is left out: Values can name texts and whole numbers, not a '{SymbolText.Short(type)}'; write a text with From";
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (!seen.Add(value))
            {
                return $"lists the value '{value}' twice";
            }

            if (IsInteger(type) && !IsNumber(value))
            {
                return $"lists the value '{value}', which no '{SymbolText.Short(type)}' has";
            }
        }

        return null;
    }
}
