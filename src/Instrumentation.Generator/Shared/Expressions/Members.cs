using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Members of a type by name, and the nearest name where there is none.</summary>
internal static class Members
{
    /// <summary>The members of that name, those of the type itself first.</summary>
    public static IEnumerable<ISymbol> Named(ITypeSymbol type, string name) => Lineage(type).SelectMany(ancestor => ancestor.GetMembers(name));

    /// <summary>Says that a type has no such member, and which one was probably meant.</summary>
    public static string Missing(ITypeSymbol type, string name)
    {
        type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        var names = Lineage(type)
            .SelectMany(ancestor => ancestor.GetMembers())
            .Where(member => member is IPropertySymbol or IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }
                && member.CanBeReferencedByName && member.DeclaredAccessibility != Accessibility.Private)
            .Select(member => member.Name);
        return Nearest(name, names) is { } nearest
            ? $"'{SymbolText.Short(type)}' has no member '{name}'; did you mean '{nearest}'?"
            : $"'{SymbolText.Short(type)}' has no member '{name}'; name one that exists.";
    }

    /// <summary>The candidate that differs by a third of its letters at most.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var best = default(string);
        var bestDistance = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in candidates.Distinct(StringComparer.Ordinal).OrderBy(candidate => candidate, StringComparer.Ordinal))
        {
            if (Math.Abs(candidate.Length - name.Length) < bestDistance && Distance(name, candidate) is var distance && distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    private static IEnumerable<ITypeSymbol> Lineage(ITypeSymbol type)
    {
        var roots = type is ITypeParameterSymbol parameter ? parameter.ConstraintTypes.Cast<ITypeSymbol>() : [type];
        foreach (var root in roots)
        {
            for (var current = root; current is not null; current = current.BaseType)
            {
                yield return current;
            }

            foreach (var @interface in root.AllInterfaces)
            {
                yield return @interface;
            }
        }
    }

    // Levenshtein with neighbouring letters swapped counting once, without regard to case: the usual typing mistakes.
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var change = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[left.Length, right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
