using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Shared;

/// <summary>Compares namespaces by name without making texts of them: every attribute and every call is asked.</summary>
internal static class NamespaceIdentity
{
    /// <summary>Whether it is a namespace of that full name.</summary>
    public static bool Is(this INamespaceSymbol? space, string fullName) => space.Is(fullName, fullName.Length);

    /// <summary>Whether it is a namespace of the full name with which a text begins.</summary>
    /// <param name="space">The namespace.</param>
    /// <param name="text">The text.</param>
    /// <param name="end">Where the full name ends in it.</param>
    public static bool Is(this INamespaceSymbol? space, string text, int end)
    {
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            var start = end - space.Name.Length;
            if (start < 0 || string.CompareOrdinal(text, start, space.Name, 0, space.Name.Length) != 0)
            {
                return false;
            }

            if (start == 0)
            {
                return space.ContainingNamespace is { IsGlobalNamespace: true };
            }

            if (text[start - 1] != '.')
            {
                return false;
            }

            end = start - 1;
        }

        return false;
    }
}
